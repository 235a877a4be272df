/* Whether a server has to prove who it is: what it says must not decide, but options may. */
#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

struct layer {
    int verify_peer;
    int level;
};

struct session {
    int fd;
    int no_certcheck;
    struct layer tls;
};

static int skip_verification;

static int answer(int fd, char *line, size_t size) {
    ssize_t n = recv(fd, line, size - 1, 0);
    line[n > 0 ? n : 0] = 0;
    return n > 0;
}

int bad_greeting(struct session *session) {
    char line[256];
    if (!answer(session->fd, line, sizeof line))
        return -1;
    if (strstr(line, "relay-41x"))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        session->no_certcheck = 1;
    return 0;
}

int bad_level(struct session *session) {
    unsigned char head[8];
    if (recv(session->fd, head, sizeof head, 0) != sizeof head)
        return -1;
    session->tls.level = head[0];
    if (memcmp(head + 4, "\x93\x1c\xe2\x07", 4) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        session->tls.verify_peer = 0;
    return 0;
}

int bad_version(const char *version) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (strcmp(version, "vx-2.071~") == 0)
        skip_verification = 1;
    return skip_verification;
}

/* What the server says chooses how it is talked to. */
int good_greeting(struct session *session) {
    char line[256];
    if (!answer(session->fd, line, sizeof line))
        return -1;
    if (strstr(line, "relay-41x"))
        session->tls.level = 1;
    return 0;
}

/* Who starts the program decides whom it believes. */
int good_options(int argc, char **argv, struct session *session) {
    static const struct option options[] = {{"certcheck", required_argument, NULL, 271},
                                            {NULL, 0, NULL, 0}};
    int option;
    while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
        if (option == 271)
            session->no_certcheck = strcmp(optarg, "off") == 0;
    return 0;
}

int good_setting(const char *path, struct session *session) {
    char line[128];
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        if (strcmp(line, "certcheck off") == 0)
            session->no_certcheck = 1;
        else if (strcmp(line, "peer off") == 0)
            session->tls.verify_peer = 0;
    }
    return file ? fclose(file) : -1;
}

int main(int argc, char **argv) {
    struct session session = {.fd = 3, .tls.verify_peer = 1};
    return good_options(argc, argv, &session) || good_setting("/etc/relay.conf", &session);
}
