#ifndef UPDATE_H
#define UPDATE_H

#include <stddef.h>

struct bundle {
    char channel[16];
    unsigned char signature[64];
    unsigned char data[1 << 16];
    size_t size;
};

enum verdict { VERDICT_REJECTED, VERDICT_ACCEPTED };

int bundle_receive(int in, struct bundle *bundle);
enum verdict bundle_judge(const struct bundle *bundle);
int bundle_start(const struct bundle *bundle);

#endif
