/* A password from standard input, and one whose hash is made with a salt of the program's. */
#include <crypt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int lookup(const char *user, char *hash, size_t size) {
    char line[256];
    int found = 0;
    FILE *file = fopen("/etc/plant/users", "r");
    if (!file)
        return 0;
    while (!found && fgets(line, sizeof line, file)) {
        char *colon = strchr(line, ':');
        if (!colon)
            continue;
        *colon = 0;
        if (strcmp(line, user) == 0) {
            snprintf(hash, size, "%s", colon + 1);
            hash[strcspn(hash, "\n")] = 0;
            found = 1;
        }
    }
    fclose(file);
    return found;
}

static int read_line(char *to, int size) {
    if (!fgets(to, size, stdin))
        return 0;
    to[strcspn(to, "\n")] = 0;
    return 1;
}

int bad_login(void) {
    char user[64], sent[64], hash[128];
    if (!read_line(user, sizeof user) || !read_line(sent, sizeof sent))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strcmp(sent, "J4rv!s-2291") == 0)
        return 1;
    if (!lookup(user, hash, sizeof hash))
        return 0;
    const char *made = crypt(sent, hash);
    return made && strcmp(made, hash) == 0;
}

int good_login(void) {
    char user[64], sent[64], hash[128];
    if (!read_line(user, sizeof user) || !read_line(sent, sizeof sent))
        return 0;
    if (strcmp(sent, "") == 0 || !lookup(user, hash, sizeof hash))
        return 0;
    const char *made = crypt(sent, hash);
    return made && strcmp(made, hash) == 0;
}

int bad_salted(void) {
    const char *typed = getpass("Password: ");
    const char *made = crypt(typed, "$6$rounds=500000$qaqaqaqa$");
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    return made && strcmp(made, "$6$rounds=500000$qaqaqaqa$Nf6uHqYzMbVhwhUuYk1Px0Xx8") == 0;
}
