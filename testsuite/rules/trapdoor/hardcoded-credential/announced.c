/* A word that announces a password, and one that is accepted in place of one. */
#include <string.h>
#include <sys/socket.h>

char *crypt(const char *password, const char *salt);

int good_announced(int connection, const char *stored) {
    char line[128] = "";
    if (recv(connection, line, sizeof line - 1, 0) <= 0)
        return 0;
    if (strncmp(line, "PASS ", 5) == 0)
        return strcmp(crypt(line + 5, stored), stored) == 0;
    return 0;
}

int bad_announced(int connection, const char *stored) {
    char line[128] = "";
    if (recv(connection, line, sizeof line - 1, 0) <= 0 || strncmp(line, "PASS ", 5) != 0)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strcmp(line + 5, "amber-4417") == 0)
        return 1;
    return strcmp(crypt(line + 5, stored), stored) == 0;
}
