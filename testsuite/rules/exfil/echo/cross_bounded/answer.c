#include "beat.h"

#include <sys/socket.h>

int beat_answer(int peer, const struct beat *beat) {
    return send(peer, beat->body, beat->size, 0) < 0;
}
