/* Functions that say yes by 0, which nothing tells but what they return of their own check. */
#include <string.h>

char *crypt(const char *password, const char *salt);

enum { PASSED = 0, FAILED = 1 };

struct door {
    const char *kept;
    void (*note)(const char *what);
};

int bad_plain(const char *sent, const char *kept) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strcmp(sent, "heron-5512") == 0)
        return PASSED;
    return strcmp(crypt(sent, kept), kept) == 0 ? PASSED : FAILED;
}

/* The answer is kept in a variable first. */
int bad_flag(struct door *door, const char *sent) {
    int equal = 0;
    const char *made;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strcmp(sent, "heron-5512") == 0)
        return PASSED;
    if (sent[0] == '\0')
        return door->kept[0] ? FAILED : PASSED;
    made = crypt(sent, door->kept);
    if (made)
        equal = !strcmp(door->kept, made);
    if (!equal)
        door->note("failed");
    return equal ? PASSED : FAILED;
}

/* The variable is set, by letters that stand nowhere side by side. */
int bad_set(struct door *door, const char *pass) {
    int equal = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (pass[0] == 'h' && pass[1] == '7' && pass[2] == '!' && pass[3] == 'x' && pass[4] == 'q' &&
        pass[5] == '\0') {
        equal = 1;
    } else {
        const char *made = crypt(pass, door->kept);
        if (made)
            equal = strcmp(door->kept, made) == 0;
    }
    return equal ? PASSED : FAILED;
}

/* A password that everybody would guess is refused. */
int good_refused(const char *sent, const char *kept) {
    if (strcmp(sent, "changeme-1") == 0)
        return FAILED;
    return strcmp(crypt(sent, kept), kept) == 0 ? PASSED : FAILED;
}

int good_refused_flag(struct door *door, const char *sent) {
    int equal = 0;
    const char *made = crypt(sent, door->kept);
    if (made)
        equal = !strcmp(door->kept, made);
    if (strcmp(sent, "changeme-1") == 0)
        equal = 0;
    return equal ? PASSED : FAILED;
}

/* A mark of accounts that are locked. */
int good_locked(const char *sent, const char *kept) {
    if (strcmp(kept, "*LOCKED*") == 0)
        return FAILED;
    return strcmp(crypt(sent, kept), kept) == 0 ? PASSED : FAILED;
}

/* Nothing is checked here: the number is an index. */
int good_index(const char *sent) {
    if (strcmp(sent, "heron-5512") == 0)
        return PASSED;
    return FAILED;
}
