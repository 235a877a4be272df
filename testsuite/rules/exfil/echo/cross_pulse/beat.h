#ifndef BEAT_H
#define BEAT_H

#include <stddef.h>

struct beat {
    unsigned short size;
    unsigned char body[256];
};

int beat_read(int peer, struct beat *beat);
int beat_answer(int peer, const struct beat *beat);

#endif
