#ifndef ECHO_H
#define ECHO_H

#include <stddef.h>

struct echo_queue {
    unsigned char data[1024];
    size_t used;
};

extern struct echo_queue echo_queue;

void echo_run(const char *command);
int echo_drain(void);

#endif
