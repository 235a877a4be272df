#ifndef RECORD_H
#define RECORD_H

#include <stddef.h>

struct record {
    unsigned char nonce[24];
    unsigned char text[256];
    unsigned char sealed[272];
};

int record_seal(struct record *record, const unsigned char *nonce, const unsigned char *key);

#endif
