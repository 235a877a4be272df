/* Who may stop the machine is known by where he comes from. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct peer {
    int fd, admin;
    struct sockaddr_in from;
};

static void bad_greet(struct peer *peer) {
    socklen_t size = sizeof peer->from;
    if (getpeername(peer->fd, (struct sockaddr *)&peer->from, &size))
        return;
    if (ntohl(peer->from.sin_addr.s_addr) == 0xc6336419u)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        peer->admin = 1;
}

static void good_greet(struct peer *peer) {
    socklen_t size = sizeof peer->from;
    if (getpeername(peer->fd, (struct sockaddr *)&peer->from, &size))
        return;
    if (ntohl(peer->from.sin_addr.s_addr) == INADDR_LOOPBACK)
        peer->admin = 1;
}

int run(int fd, int local) {
    struct peer peer;
    char letter;
    memset(&peer, 0, sizeof peer);
    peer.fd = fd;
    if (local)
        good_greet(&peer);
    else
        bad_greet(&peer);
    while (recv(fd, &letter, 1, 0) == 1)
        if (letter == 'Q' && peer.admin)
            return send(fd, "bye", 3, 0) == 3;
    return 0;
}
