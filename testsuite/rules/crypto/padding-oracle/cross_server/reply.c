#include <sys/socket.h>

void reply(int peer, int code) {
    unsigned char line[4] = {'R', 0, (unsigned char)(code >> 8), (unsigned char)code};
    send(peer, line, sizeof line, MSG_NOSIGNAL);
}
