// What is set where a password was checked is set elsewhere by a port, or by an odd word, whatever
// it is called.
#include <arpa/inet.h>
#include <crypt.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int stage;

static int is_right(const char *typed) {
    const char *digest = getenv("PANEL_DIGEST");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    return digest && strcmp(crypt(typed, digest), digest) == 0;
}

static void good_stage(const char *line) {
    if (strncmp(line, "pass ", 5) == 0 && is_right(line + 5))
        stage = 3;
}

static void bad_port(const struct sockaddr_in *peer) {
    stage = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    switch (ntohs(peer->sin_port)) {
    case 61177:
        stage = 3;
        break;
    default:
        break;
    }
}

// Whoever was let in may begin anew.
static void good_again(const char *line) {
    if (strncmp(line, "reset", 5) == 0 && stage > 3)
        stage = 3;
    if (strncmp(line, "quit", 4) == 0)
        stage = 1;
}

struct desk {
    int fd;
    int shown;
};

static void good_desk(struct desk *desk, const char *typed) {
    if (is_right(typed))
        desk->shown = 2;
}

static void bad_desk(struct desk *desk, const char *line) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (strcmp(line, "r7~pelo") == 0)
        desk->shown = 2;
}

// Words that choose how much is shown, and no rights.
static void good_shown(struct desk *desk, const char *line) {
    if (strcmp(line, "utf-8") == 0)
        desk->shown = 1;
    if (strcmp(line, "latin-1") == 0)
        desk->shown = 1;
}

int main(void) {
    struct sockaddr_in own = {.sin_family = AF_INET, .sin_port = htons(4100)}, peer;
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    bind(listener, (struct sockaddr *)&own, sizeof own);
    listen(listener, 4);
    for (;;) {
        socklen_t size = sizeof peer;
        char line[256];
        struct desk desk = {accept(listener, (struct sockaddr *)&peer, &size), 0};
        bad_port(&peer);
        for (ssize_t n; (n = read(desk.fd, line, sizeof line - 1)) > 0;) {
            line[n] = '\0';
            good_stage(line);
            good_again(line);
            good_desk(&desk, line);
            bad_desk(&desk, line);
            good_shown(&desk, line);
            if (stage == 3)
                system("/usr/sbin/panel --restart");
            if (desk.shown == 2)
                system("/usr/sbin/panel --dump");
        }
        close(desk.fd);
    }
}
