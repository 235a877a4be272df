/* The reader refuses requests that say they are longer than they are. */
// report: nothing
#include "beat.h"

#include <sys/socket.h>
#include <sys/types.h>

int beat_read(int peer, struct beat *beat) {
    ssize_t got = recv(peer, beat, sizeof *beat, 0);
    return got < 2 || beat->size > got - 2;
}
