#ifndef TICKET_H
#define TICKET_H

#include <stddef.h>

int ticket_verify(const unsigned char *ticket, size_t size, const unsigned char *signature);
int ticket_accept(const unsigned char *ticket, size_t size, const unsigned char *signature);

#endif
