/* One unit reads the request, another believes it. */
#include "beat.h"

#include <sys/socket.h>

int beat_read(int peer, struct beat *beat) {
    return recv(peer, beat, sizeof *beat, 0) < 2;
}
