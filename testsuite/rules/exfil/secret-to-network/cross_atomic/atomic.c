/* One loop for both directions: what it reads in one call it does not write in another. */
#include "atomic.h"

#include <unistd.h>

ssize_t put(int fd, void *buffer, size_t size) {
    return write(fd, buffer, size);
}

static size_t move_slowly(move *mover, int fd, void *buffer, size_t size) {
    size_t done = 0;
    while (done < size) {
        ssize_t now = mover(fd, (char *)buffer + done, size - done);
        if (now <= 0)
            break;
        done += (size_t)now;
    }
    return done;
}

size_t atomic_move(move *mover, int fd, void *buffer, size_t size) {
    return move_slowly(mover, fd, buffer, size);
}
