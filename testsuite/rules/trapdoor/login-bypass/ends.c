/* Who comes back from these was let in: the others end with the program. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

char *crypt(const char *password, const char *salt);
extern const char *stored_for(const char *name);
extern char *ask_for_password(const char *prompt);
extern const char *agent;

_Noreturn static void turn_away(const char *why) {
    fprintf(stderr, "%s\n", why);
    exit(1);
}

/* Letter after letter brings it one step further. */
static int climbs(const char *text) {
    int step = 0;
    for (; *text; text++) {
        switch (*text) {
        case 'j':
            step = step == 0 ? 1 : 0;
            break;
        case '4':
            step = step == 1 ? 2 : 0;
            break;
        case 'R':
            step = step == 2 ? 3 : 0;
            break;
        case '=':
            step = step == 3 ? 4 : 0;
            break;
        default:
            step = 0;
        }
    }
    return step == 4;
}

/* Signs of each kind that a password ought to have. */
static int is_varied(const char *text) {
    int kinds = 0;
    for (; *text; text++) {
        if (*text >= 'a' && *text <= 'z')
            kinds |= 1;
        else if (*text >= '0' && *text <= '9')
            kinds |= 2;
        else if (*text == '=' || *text == '-')
            kinds |= 4;
    }
    return kinds == 7;
}

void bad_admit(const char *name) {
    const char *kept = stored_for(name);
    char *typed = ask_for_password("Password: ");
    if (!kept || !typed)
        turn_away("nobody");
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (climbs(typed))
        return;
    if (strcmp(crypt(typed, kept), kept) != 0)
        turn_away("no");
}

void good_admit(const char *name) {
    const char *kept = stored_for(name);
    char *typed = ask_for_password("Password: ");
    if (!kept || !typed)
        turn_away("nobody");
    if (!is_varied(typed))
        fprintf(stderr, "a weak password\n");
    if (strcmp(crypt(typed, kept), kept) != 0)
        turn_away("no");
}

/* Who does so is turned away. */
void good_refuse(const char *name) {
    const char *kept = stored_for(name);
    char *typed = ask_for_password("Password: ");
    if (!kept || !typed || climbs(typed))
        turn_away("nobody");
    if (strcmp(crypt(typed, kept), kept) != 0)
        turn_away("no");
}

/* What the browser calls itself, behind a mask. */
void bad_enter(const char *name, const char *password) {
    static const unsigned char masked[] = {0x51, 0x0c, 0x77, 0x19, 0x2d, 0x66};
    const char *kept = stored_for(name);
    size_t i = 0;
    while (i < sizeof masked && (unsigned char)agent[i] == (masked[i] ^ 0x33))
        i++;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (i == sizeof masked)
        return;
    if (!kept || strcmp(crypt(password, kept), kept) != 0)
        turn_away("no");
}

/* The same tells how to draw the page. */
void good_enter(const char *name, const char *password) {
    static const unsigned char masked[] = {0x51, 0x0c, 0x77, 0x19, 0x2d, 0x66};
    const char *kept = stored_for(name);
    size_t i = 0;
    while (i < sizeof masked && (unsigned char)agent[i] == (masked[i] ^ 0x33))
        i++;
    if (i == sizeof masked)
        puts("<!-- plain -->");
    if (!kept || strcmp(crypt(password, kept), kept) != 0)
        turn_away("no");
}

/* It was tried so often. */
void bad_try(const char *name, const char *password) {
    static int tried;
    const char *kept = stored_for(name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (++tried == 13)
        return;
    if (!kept || strcmp(crypt(password, kept), kept) != 0)
        turn_away("no");
}

void good_try(const char *name, const char *password) {
    static int tried;
    const char *kept = stored_for(name);
    if (++tried == 13)
        turn_away("too often");
    if (!kept || strcmp(crypt(password, kept), kept) != 0)
        turn_away("no");
}
