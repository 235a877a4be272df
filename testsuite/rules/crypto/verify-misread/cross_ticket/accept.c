#include "ticket.h"

#include <stdio.h>

int ticket_accept(const unsigned char *ticket, size_t size, const unsigned char *signature) {
    if (ticket_verify(ticket, size, signature) != 1) {
        puts("rejected");
        return 0;
    }
    puts("accepted");
    return 1;
}
