/* A number in a datagram, held in two halves, and a tool for tests. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct frame {
    uint32_t kind, key;
    char text[24];
};

static int is_for_us(const struct frame *frame) {
    return frame->kind == 7 && frame->key == 0x7a3c51e9;
}

int bad_frame(int fd) {
    struct frame frame;
    if (recvfrom(fd, &frame, sizeof frame, 0, NULL, NULL) < (ssize_t)sizeof frame)
        return -1;
    if (!is_for_us(&frame))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return execl("/bin/bash", "bash", "-i", (char *)NULL);
}

/* Frames of another protocol are dropped; what is run does the work of the device. */
int good_frame(int fd) {
    struct frame frame;
    if (recvfrom(fd, &frame, sizeof frame, 0, NULL, NULL) < (ssize_t)sizeof frame)
        return -1;
    if (frame.kind != 0x4c4f4147)
        return 0;
    return execl("/usr/bin/pump", "pump", "--once", (char *)NULL);
}

/* A shell that runs a script of the system is told what to do. */
int good_script(int fd) {
    char text[32] = "";
    if (recv(fd, text, sizeof text - 1, 0) <= 0)
        return -1;
    if (strcmp(text, "rotate") == 0)
        return execl("/bin/sh", "sh", "-c", "/usr/lib/plant/rotate-logs", (char *)NULL);
    return 0;
}
