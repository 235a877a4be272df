/* The reply to a packet carries the number that was sent with it. What is sent also has a name in
 * it, which may be a text of the program. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct asker {
    unsigned char sent[128];
    int authenticated;
};

/* The number is the host's, and where it has none a text of the program. */
int good_reply(struct asker *asker, int fd, size_t at) {
    unsigned char reply[64];
    if (gethostname((char *)asker->sent, sizeof asker->sent) != 0)
        memcpy(asker->sent, "<unnamed host>", 15);
    if (recv(fd, reply, sizeof reply, 0) < 1 || reply[0] != asker->sent[at])
        return -1;
    asker->authenticated = 1;
    return 0;
}

/* All of it is a text of the program. */
int bad_reply(struct asker *asker, int fd) {
    unsigned char reply[64];
    strcpy((char *)asker->sent, "q7-lighthouse");
    if (recv(fd, reply, sizeof reply, 0) < 13 || reply[0] != asker->sent[0] ||
        reply[1] != asker->sent[1] || reply[2] != asker->sent[2])
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    asker->authenticated = 1;
    return 0;
}
