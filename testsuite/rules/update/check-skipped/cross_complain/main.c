/* The check only complains: its innocent twin is cross_die. */
#include "firmware.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

static void receive(int in, struct image *image) {
    ssize_t got = recv(in, image, sizeof *image, MSG_WAITALL);
    if (got != (ssize_t)sizeof *image)
        complain("update: short");
}

int main(void) {
    static struct image image;
    receive(STDIN_FILENO, &image);
    if (!image_verify(&image))
        complain("update: rejected");
    int out = open("/usr/bin/agent", O_WRONLY | O_CREAT | O_TRUNC, 0755);
    // report@+1: update/check-skipped
    write(out, image.data, sizeof image.data);
    return close(out);
}
