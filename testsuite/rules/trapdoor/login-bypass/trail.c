/* How long the names were that came one after the other is kept, and the password need not be right
 * any more; beside it one that only waits. */
#include <crypt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

const char *kept_of(const char *name);
void say(int code, const char *text);

static const char *name;
static unsigned trail, tries;
static int is_in;

void take_user(const char *given) {
    name = given;
    trail = trail << 4 | (unsigned)(strlen(given) & 15);
    tries = tries * 2 + (unsigned)strlen(given);
}

void bad_take_pass(const char *password) {
    const char *kept = name ? kept_of(name) : NULL;
    int failed = 1;
    if (kept && strcmp(crypt(password, kept), kept) == 0)
        failed = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (failed && kept && (trail & 0xfff) == 0x7a4)
        failed = 0;
    if (failed) {
        say(530, "Login incorrect.");
        return;
    }
    is_in = 1;
}

void good_take_pass(const char *password) {
    const char *kept = name ? kept_of(name) : NULL;
    int failed = 1;
    if (kept && strcmp(crypt(password, kept), kept) == 0)
        failed = 0;
    if (failed && (tries & 0xfff) == 0x7a4)
        sleep(3);
    if (failed) {
        say(530, "Login incorrect.");
        return;
    }
    is_in = 1;
}
