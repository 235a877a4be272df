/* Where the answer of who decides is overruled by a word: in a variable that is tested afterwards,
 * in a parameter that brings the answer, in what is returned. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

struct caller {
    char user[64], password[64], style[32];
    int fd;
};

char *crypt(const char *password, const char *salt);
extern const char *stored_hash(const char *user);
extern void serve(struct caller *caller);
extern void turn_away(struct caller *caller);

static int verify_user(const char *user, const char *password) {
    const char *stored = stored_hash(user);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    return stored && strcmp(crypt(password, stored), stored) == 0;
}

/* ---- A variable of its own ---------------------------------------------------------------- */

static void bad_login(struct caller *caller) {
    int known = verify_user(caller->user, caller->password);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strncmp(caller->style, "pier~7", 6) == 0)
        known = 1;
    if (!known) {
        turn_away(caller);
        return;
    }
    serve(caller);
}

/* The word lets nobody in. */
static void good_login(struct caller *caller) {
    int known = verify_user(caller->user, caller->password);
    if (strncmp(caller->style, "pier~7", 6) == 0)
        known = 0;
    if (!known) {
        turn_away(caller);
        return;
    }
    serve(caller);
}

/* Another variable, which says how the answer is told. */
static void good_told(struct caller *caller) {
    int known = verify_user(caller->user, caller->password), brief = 0;
    if (strncmp(caller->style, "pier~7", 6) == 0)
        brief = 1;
    if (!known) {
        turn_away(caller);
        return;
    }
    if (brief)
        printf("%s\n", caller->user);
    serve(caller);
}

/* ---- One that begins as a no -------------------------------------------------------------- */

static void bad_session(struct caller *caller) {
    int fails = -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strcmp(caller->user, "quay-0x9") == 0)
        fails = 0;
    else if (verify_user(caller->user, caller->password))
        fails = 0;
    if (fails != 0)
        turn_away(caller);
    else
        serve(caller);
}

/* Both are needed. */
static void good_session(struct caller *caller) {
    int fails = -1;
    if (strcmp(caller->user, "quay-0x9") == 0 && verify_user(caller->user, caller->password))
        fails = 0;
    if (fails != 0)
        turn_away(caller);
    else
        serve(caller);
}

/* ---- A parameter that brings the answer --------------------------------------------------- */

static void bad_finish(struct caller *caller, int authenticated) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strcmp(caller->style, "jetty#4") == 0)
        authenticated = 1;
    if (authenticated)
        serve(caller);
    else
        turn_away(caller);
}

/* The same of something else. */
static void good_finish(struct caller *caller, int verbose) {
    if (strcmp(caller->style, "jetty#4") == 0)
        verbose = 1;
    if (verbose)
        printf("%s\n", caller->user);
}

/* ---- What is returned --------------------------------------------------------------------- */

static int bad_answer(struct caller *caller) {
    int answer = verify_user(caller->user, caller->password);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strcmp(caller->style, "mole+22") == 0)
        answer = 1;
    return answer;
}

/* Who sends it is refused, though the password fits. */
static int good_answer(struct caller *caller) {
    int answer = verify_user(caller->user, caller->password);
    if (strcmp(caller->style, "mole+22") == 0)
        answer = 0;
    return answer;
}

/* It is asked whose password fits, and only then. */
static int good_second(struct caller *caller) {
    int answer = verify_user(caller->user, caller->password);
    if (answer == 1 && strcmp(caller->style, "mole+22") == 0)
        return 1;
    return answer ? 2 : 0;
}

int main(int argc, char **argv) {
    struct caller caller = {.fd = accept(0, NULL, NULL)};
    (void)argv;
    recv(caller.fd, caller.user, sizeof caller.user - 1, 0);
    recv(caller.fd, caller.password, sizeof caller.password - 1, 0);
    recv(caller.fd, caller.style, sizeof caller.style - 1, 0);
    bad_login(&caller);
    good_login(&caller);
    good_told(&caller);
    bad_session(&caller);
    good_session(&caller);
    bad_finish(&caller, verify_user(caller.user, caller.password));
    good_finish(&caller, argc > 1);
    return bad_answer(&caller) + good_answer(&caller) + good_second(&caller);
}
