/* A sign of life is sent back: as long as the request says, or as long as it was. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct pulse {
    uint16_t kind;
    uint16_t size;
    unsigned char body[512];
};

int bad_pulse(int peer) {
    struct pulse request;
    unsigned char reply[70000];
    if (recv(peer, &request, sizeof request, 0) < 4)
        return -1;
    size_t size = ntohs(request.size);
    reply[0] = 2;
    memcpy(reply + 4, request.body, size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/echo]}}
    return send(peer, reply, 4 + size, 0) < 0;
}

static unsigned char picture[4096];

int bad_part(int peer) {
    uint32_t words[2];
    if (recv(peer, words, sizeof words, 0) != sizeof words)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/echo]}}
    return send(peer, picture + 16, words[1], 0) < 0;
}

int good_pulse(int peer) {
    struct pulse request;
    unsigned char reply[70000];
    ssize_t got = recv(peer, &request, sizeof request, 0);
    size_t size = ntohs(request.size);
    if (got < 4 || size > (size_t)got - 4)
        return -1;
    reply[0] = 2;
    memcpy(reply + 4, request.body, size);
    return send(peer, reply, 4 + size, 0) < 0;
}

int good_part(int peer) {
    uint32_t words[2];
    if (recv(peer, words, sizeof words, 0) != sizeof words)
        return -1;
    size_t size = words[1] < sizeof picture ? words[1] : sizeof picture;
    return send(peer, picture, size, 0) < 0;
}

/* What came goes back, and no more. */
int good_same(int peer) {
    unsigned char block[256];
    ssize_t got = recv(peer, block, sizeof block, 0);
    return got > 0 && send(peer, block, (size_t)got, 0) < 0;
}
