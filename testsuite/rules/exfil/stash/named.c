/* Nobody says where it comes from; what it is called says what it is. */
#include <crypt.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int bad_account(const char *user, const char *password) {
    FILE *list = fopen("/var/lib/portal/users.db", "a");
    if (!list)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
    fprintf(list, "%s:%s\n", user, password);
    return fclose(list);
}

int good_account(const char *user, const char *password) {
    char setting[CRYPT_GENSALT_OUTPUT_SIZE];
    if (!crypt_gensalt_rn("$y$", 0, NULL, 0, setting, sizeof setting))
        return -1;
    FILE *list = fopen("/var/lib/portal/users.db", "a");
    if (!list)
        return -1;
    fprintf(list, "%s:%s\n", user, crypt(password, setting));
    return fclose(list);
}

static void scramble(char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        text[i] ^= (char)(0x5a + i);
}

int bad_remembered(const char *passwd) {
    char line[64] = {0};
    strncpy(line, passwd, sizeof line - 1);
    scramble(line, sizeof line);
    int out = open("/var/lib/portal/remembered", O_WRONLY | O_CREAT, 0600);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
    if (write(out, line, sizeof line) < 0)
        return -1;
    return close(out);
}

/* The same file and a name. */
int good_remembered(const char *host) {
    char line[64] = {0};
    strncpy(line, host, sizeof line - 1);
    scramble(line, sizeof line);
    int out = open("/var/lib/portal/remembered", O_WRONLY | O_CREAT, 0600);
    if (write(out, line, sizeof line) < 0)
        return -1;
    return close(out);
}

/* Where the user says that it belongs, and to one who asks for it. */
int good_export(const char *path, const char *password) {
    FILE *out = fopen(path, "w");
    if (!out)
        return -1;
    fprintf(out, "%s\n", password);
    printf("%s\n", password);
    return fclose(out);
}

/* Only how long it is. */
int good_policy(const char *password) {
    FILE *log = fopen("/var/log/portal.log", "a");
    if (!log)
        return -1;
    fprintf(log, "a password of %zu letters was set\n", strlen(password));
    return fclose(log);
}
