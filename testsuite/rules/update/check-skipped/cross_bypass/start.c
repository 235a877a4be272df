#include "update.h"

#include <fcntl.h>
#include <stddef.h>
#include <sys/socket.h>
#include <unistd.h>

int bundle_receive(int in, struct bundle *bundle) {
    ssize_t got = recv(in, bundle, offsetof(struct bundle, size), MSG_WAITALL);
    bundle->size = sizeof bundle->data;
    return got == (ssize_t)offsetof(struct bundle, size) ? 0 : -1;
}

int bundle_start(const struct bundle *bundle) {
    int out = open("/run/bundle", O_WRONLY | O_CREAT | O_TRUNC, 0700);
    if (out < 0 || write(out, bundle->data, bundle->size) != (ssize_t)bundle->size)
        return -1;
    close(out);
    // report@+1: update/check-skipped
    return execl("/run/bundle", "bundle", (char *)NULL);
}
