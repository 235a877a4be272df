/* The host's name goes to a second peer of the program if the first does not answer. Alone, one
 * peer that is told the name is worth a note. */
#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int reach(const char *host) {
    struct addrinfo *list = NULL;
    if (getaddrinfo(host, "443", NULL, &list))
        return -1;
    int out = socket(list->ai_family, SOCK_STREAM, 0);
    int failed = connect(out, list->ai_addr, list->ai_addrlen);
    freeaddrinfo(list);
    return failed ? -1 : out;
}

static int announce(const char *host) {
    char name[64];
    int out = reach(host);
    if (out < 0 || gethostname(name, sizeof name))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    ssize_t sent = send(out, name, strlen(name), 0);
    close(out);
    return sent > 0 ? 0 : -1;
}

int bad_second_peer(void) {
    if (announce("hello.meter.example") == 0)
        return 0;
    return announce("203.0.113.80");
}

static int register_at(const char *host) {
    char name[64];
    int out = reach(host);
    if (out < 0 || gethostname(name, sizeof name))
        return -1;
    ssize_t sent = send(out, name, strlen(name), 0);
    close(out);
    return sent > 0 ? 0 : -1;
}

int good_one_peer(void) {
    return register_at("hello.meter.example");
}
