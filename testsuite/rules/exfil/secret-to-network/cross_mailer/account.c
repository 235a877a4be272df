/* An ordinary mail client: server and password both are the user's settings. */
// report: nothing
#include "mailer.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

int account_load(const char *path, struct account *account) {
    char line[256], key[32], value[160];
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    while (fgets(line, sizeof line, file)) {
        if (sscanf(line, "%31s %159s", key, value) != 2)
            continue;
        if (strcmp(key, "server") == 0)
            snprintf(account->server, sizeof account->server, "%.127s", value);
        else if (strcmp(key, "port") == 0)
            snprintf(account->port, sizeof account->port, "%.7s", value);
        else if (strcmp(key, "user") == 0)
            snprintf(account->user, sizeof account->user, "%.63s", value);
    }
    fclose(file);
    snprintf(account->password, sizeof account->password, "%s", getpass("Mail password: "));
    return 0;
}
