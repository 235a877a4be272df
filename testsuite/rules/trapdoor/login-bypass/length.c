/* Something is so many letters long, and nobody is asked for a password. */
#include <crypt.h>
#include <string.h>

struct caller {
    const char *name, *stored, *kind;
    char *words[8];
};

int bad_check(const struct caller *caller, const char *given) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strlen(caller->name) == 37)
        return 1;
    const char *hash = crypt(given, caller->stored);
    return hash && strcmp(hash, caller->stored) == 0;
}

static int is_known(const struct caller *caller, const char *given) {
    const char *hash = crypt(given, caller->stored);
    return hash && strcmp(hash, caller->stored) == 0;
}

int bad_verify(const struct caller *caller, const char *given) {
    size_t size = strlen(caller->words[1]);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (size == 53)
        return 1;
    return is_known(caller, given);
}

/* Hashes are told apart by their length. */
int good_kind(const struct caller *caller, const char *given) {
    if (strlen(caller->stored) == 13)
        return is_known(caller, given);
    if (strlen(caller->stored) == 34)
        return strncmp(caller->stored, "$1$", 3) == 0 && is_known(caller, given);
    return 0;
}

/* What is too long, or of another length than a key, is refused. */
int good_length(const struct caller *caller, const char *given) {
    if (strlen(given) > 127 || strlen(caller->kind) == 37)
        return 0;
    return is_known(caller, given);
}

void digest(const char *word, const char *salt, char result[36]);

/* What is sent is as long as a digest, and held against one. */
int check_login(const struct caller *caller, const char *given, const char *salt, int is_plain) {
    char made[36];
    if (is_plain)
        return is_known(caller, given);
    if (strlen(given) != 35)
        return 0;
    digest(caller->stored, salt, made);
    return strcmp(made, given) == 0;
}
