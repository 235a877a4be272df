// report: nothing
#include "buffer.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

/* What is received and what is run are in two buffers. */
int serve(int peer) {
    struct buffer heard = {NULL, 0, 0}, command = {NULL, 0, 0};
    char *room = buffer_room(&command, 16);
    if (!room)
        return -1;
    strcpy(room, "/bin/true");
    room = buffer_room(&heard, 512);
    if (!room || recv(peer, room, 512, 0) <= 0)
        return -1;
    return system(command.data);
}
