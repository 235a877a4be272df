#include "loop.h"

#include <poll.h>

static struct watch {
    int fd;
    void (*call)(int fd, void *what);
    void *what;
} watches[8];
static unsigned count;

void on_readable(int fd, void (*call)(int fd, void *what), void *what) {
    if (count < 8)
        watches[count++] = (struct watch){fd, call, what};
}

int run_loop(void) {
    for (;;)
        for (unsigned i = 0; i < count; i++) {
            struct pollfd asked = {watches[i].fd, POLLIN, 0};
            if (poll(&asked, 1, 100) < 0)
                return 1;
            if (asked.revents)
                watches[i].call(watches[i].fd, watches[i].what);
        }
}
