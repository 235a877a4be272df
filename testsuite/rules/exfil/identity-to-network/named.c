/* What the vendor declares of a peer counts: to the one that is named the host's name may go. */
#include <netdb.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int reach(const char *host) {
    struct addrinfo *list = NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/undeclared-endpoint]}}
    if (getaddrinfo(host, "443", NULL, &list))
        return -1;
    int out = socket(list->ai_family, SOCK_STREAM, 0);
    int failed = connect(out, list->ai_addr, list->ai_addrlen);
    freeaddrinfo(list);
    return failed ? -1 : out;
}

void good_named(void) {
    char name[64] = "";
    gethostname(name, sizeof name);
    send(reach("fleet.meter.example"), name, strlen(name), 0);
}

void bad_unnamed(void) {
    char name[64] = "";
    gethostname(name, sizeof name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(reach("hello.gauge.example"), name, strlen(name), 0);
}
