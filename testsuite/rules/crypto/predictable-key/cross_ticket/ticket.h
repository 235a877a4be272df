#ifndef TICKET_H
#define TICKET_H

#include <stddef.h>

struct ticket {
    unsigned char key[32];
    unsigned long issued;
};

void ticket_make(struct ticket *ticket);
int ticket_seal(const struct ticket *ticket, const unsigned char *in, size_t size,
                unsigned char mac[32]);

#endif
