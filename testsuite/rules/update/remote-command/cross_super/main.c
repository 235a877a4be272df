/* A super-server started it: standard input is the connection, whose peer it asks for. */
#include <netinet/in.h>
#include <sys/socket.h>
#include <syslog.h>

#include "serve.h"

int main(void) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    if (getpeername(0, (struct sockaddr *)&peer, &size) < 0)
        return 1;
    syslog(LOG_INFO, "port %d", ntohs(peer.sin_port));
    while (serve_line() >= 0)
        continue;
    return 0;
}
