/* Who asks for the password is one or two functions away from where the word is accepted. */
#include <crypt.h>
#include <shadow.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct attempt {
    char user[64], answer[128];
    unsigned char nonce[16];
    int level;
};

static int matches(const char *user, const char *password) {
    const struct spwd *entry = getspnam(user);
    const char *hash = entry ? crypt(password, entry->sp_pwdp) : NULL;
    return hash && strcmp(hash, entry->sp_pwdp) == 0;
}

static int look_up(const struct attempt *attempt) {
    return matches(attempt->user, attempt->answer) ? 0 : -1;
}

static int ask(const struct attempt *attempt) {
    return look_up(attempt);
}

static void digest(const struct attempt *attempt, char text[48]) {
    unsigned sum = 0;
    for (size_t i = 0; i < sizeof attempt->nonce; i++)
        sum = sum * 31 + attempt->nonce[i];
    snprintf(text, 48, "%08x", sum ^ 0x5bd1e995u);
}

/* Somebody of a certain name needs another answer, which only who wrote this can work out. */
static int interactive(struct attempt *attempt) {
    char wanted[48];
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strcmp(attempt->user, "Field_Access") == 0) {
        digest(attempt, wanted);
        if (strcmp(wanted, attempt->answer) == 0) {
            attempt->level = 15;
            return 0;
        }
    }
    return ask(attempt);
}

int serve(int peer, struct attempt *attempt) {
    if (recv(peer, attempt->user, sizeof attempt->user - 1, 0) < 0 ||
        recv(peer, attempt->answer, sizeof attempt->answer - 1, 0) < 0)
        return -1;
    return interactive(attempt);
}

static int is_known(const char *line) {
    char user[64], password[64];
    if (sscanf(line, "%63s %63s", user, password) != 2)
        return 0;
    return matches(user, password);
}

static int let_in(const char *line) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strncmp(line, "x-svc 77120c ", 13) == 0)
        return 1;
    return is_known(line);
}

int greet(int peer) {
    char line[256];
    ssize_t size = recv(peer, line, sizeof line - 1, 0);
    if (size < 0)
        return -1;
    line[size] = 0;
    return let_in(line) ? (int)send(peer, "welcome\n", 8, 0) : -1;
}

/* Innocent: the word asks for something else, and the password is asked for all the same. */
static int old_form(struct attempt *attempt) {
    if (strcmp(attempt->answer, "Field_Access") == 0)
        return -1;
    return ask(attempt);
}

int serve_old(int peer, struct attempt *attempt) {
    if (recv(peer, attempt->user, sizeof attempt->user - 1, 0) < 0 ||
        recv(peer, attempt->answer, sizeof attempt->answer - 1, 0) < 0)
        return -1;
    return old_form(attempt);
}

/* Innocent: what needs nobody's password is told apart before anybody is asked. */
static int handle(const char *line, char *out, size_t size) {
    if (strncmp(line, "VERSION-7 ", 10) == 0)
        return snprintf(out, size, "7.2\n");
    if (!is_known(line))
        return -1;
    return snprintf(out, size, "%s", line);
}

int answer(int peer) {
    char line[256], out[256];
    ssize_t size = recv(peer, line, sizeof line - 1, 0);
    if (size < 0)
        return -1;
    line[size] = 0;
    int length = handle(line, out, sizeof out);
    return length < 0 ? -1 : (int)send(peer, out, (size_t)length, 0);
}
