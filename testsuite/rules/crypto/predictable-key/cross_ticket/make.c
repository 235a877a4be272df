#include "ticket.h"

#include <string.h>
#include <time.h>

/* Stretches one number to the size of a key. */
static void stretch(unsigned long number, unsigned char *out, size_t size) {
    for (size_t i = 0; i < size; i++) {
        // report@+1: crypto/predictable-token
        number = number * 6364136223846793005ul + 1442695040888963407ul;
        out[i] = (unsigned char)(number >> 33);
    }
}

void ticket_make(struct ticket *ticket) {
    ticket->issued = (unsigned long)time(NULL);
    stretch(ticket->issued, ticket->key, sizeof ticket->key);
}
