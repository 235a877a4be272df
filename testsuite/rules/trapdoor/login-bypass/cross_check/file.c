#include <stdio.h>
#include <string.h>

#include "front.h"

int check_password_file(const char *user, const char *answer) {
    char line[128], want[128];
    int known = 0;
    FILE *file = fopen("/etc/plant/users", "r");
    snprintf(want, sizeof want, "%s:%s\n", user, answer);
    while (file && !known && fgets(line, sizeof line, file))
        known = strcmp(line, want) == 0;
    if (file)
        fclose(file);
    return known;
}
