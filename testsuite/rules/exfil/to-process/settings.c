/* A file of secrets may say by which command one is found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int read_setting(const char *wanted, char *value, size_t size) {
    char line[256];
    FILE *file = fopen("/home/desk/.msmtprc", "r");
    while (file && fgets(line, sizeof line, file)) {
        char *end = strchr(line, ' ');
        if (!end)
            continue;
        *end = 0;
        if (strcmp(line, wanted) == 0) {
            snprintf(value, size, "%s", end + 1);
            return fclose(file) == 0;
        }
    }
    return file ? fclose(file) : 0;
}

static FILE *ask(void) {
    char line[256];
    FILE *file = fopen("/home/desk/.msmtprc", "r");
    if (!file || !fgets(line, sizeof line, file) || strncmp(line, "passwordeval ", 13) != 0)
        return NULL;
    return popen(line + 13, "r");
}

int good_ask(char *password, int size) {
    FILE *pipe = ask();
    return pipe && fgets(password, size, pipe);
}

int bad_log_in(void) {
    char password[256], command[512];
    if (!read_setting("password", password, sizeof password))
        return -1;
    snprintf(command, sizeof command, "post --as desk:%s", password);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    return system(command);
}
