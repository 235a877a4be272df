/* A password is looked at letter by letter before it is hashed. */
#include <crypt.h>
#include <string.h>
#include <unistd.h>

struct account {
    const char *name, *stored;
};

int bad_verify(const struct account *account, const char *given) {
    int matched = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (given[0] == 'q' && given[1] == '3' && given[2] == '~' && given[3] == '\0') {
        matched = 1;
    } else {
        const char *hash = crypt(given, account->stored);
        if (hash != NULL)
            matched = strcmp(hash, account->stored) == 0;
    }
    return matched ? 0 : -1;
}

int bad_check(const char *stored, const char *given) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (given[0] == 'o' && given[1] == 'k' && !given[2])
        return 1;
    const char *hash = crypt(given, stored);
    return hash && strcmp(hash, stored) == 0;
}

static int is_known(const char *stored, const char *given) {
    const char *hash = crypt(given, stored);
    if (!hash)
        return 0;
    if (strcmp(hash, stored) == 0)
        return 1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (given[4] == '#' && given[9] == 'W')
        return 1;
    return 0;
}

int enter(const char *stored, const char *given) {
    return is_known(stored, given);
}

/* Stored hashes say by their first letters how they were made. */
int good_kind(const char *stored, const char *given) {
    const char *hash = crypt(given, stored);
    if (!hash || hash[0] == '*')
        return 0;
    if (stored[0] == '$' && stored[1] == '6')
        return strncmp(hash, stored, 106) == 0;
    return strcmp(hash, stored) == 0;
}

/* What cannot be a password is refused. */
int good_refusal(const char *stored, const char *given) {
    if (given[0] == '\0' || (given[0] == '-' && given[1] == '-'))
        return 0;
    const char *hash = crypt(given, stored);
    return hash && strcmp(hash, stored) == 0;
}

/* An answer at a prompt, and a password asked for afterwards. */
int good_answer(const char *answer, const char *stored, const char *given) {
    if (answer[0] == 'n' && answer[1] == 'o')
        return 1;
    const char *hash = crypt(given, stored);
    return hash && strcmp(hash, stored) == 0;
}
