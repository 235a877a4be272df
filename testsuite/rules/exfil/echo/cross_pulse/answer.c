#include "beat.h"

#include <sys/socket.h>

int beat_answer(int peer, const struct beat *beat) {
    // report@+1: exfil/echo
    return send(peer, beat->body, beat->size, 0) < 0;
}
