/* Passwords that are compared before a function that ends the program does not. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *crypt(const char *password, const char *salt);
extern const char *stored_for(const char *name);

_Noreturn static void turn_away(const char *why) {
    fprintf(stderr, "%s\n", why);
    exit(1);
}

static unsigned mix(const char *text) {
    unsigned sum = 0x1f35;
    for (; *text; text++)
        sum = (sum ^ (unsigned char)*text) * 0x01000193u;
    return sum;
}

void bad_sum(const char *name, const char *password) {
    const char *kept = stored_for(name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (mix(password) == 0x7be1904cu)
        return;
    if (!kept || strcmp(crypt(password, kept), kept) != 0)
        turn_away("no");
}

/* A password that somebody published. */
void good_sum(const char *name, const char *password) {
    const char *kept = stored_for(name);
    if (mix(password) == 0x7be1904cu)
        turn_away("choose another one");
    if (!kept || strcmp(crypt(password, kept), kept) != 0)
        turn_away("no");
}

void bad_word(const char *name) {
    const char *kept = stored_for(name);
    char *password = getpass("Password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strcmp(password, "hafen/12-Nord") == 0)
        return;
    if (!kept || strcmp(crypt(password, kept), kept) != 0)
        turn_away("no");
}

void good_word(const char *name) {
    const char *kept = stored_for(name);
    char *password = getpass("Password: ");
    if (strcmp(password, "hafen/12-Nord") == 0)
        turn_away("choose another one");
    if (!kept || strcmp(crypt(password, kept), kept) != 0)
        turn_away("no");
}
