/* What an image is called in its own header is no name here: it is held against a number that the
 * device keeps in a file. A kind of image goes by without. */
#include <fcntl.h>
#include <sodium.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct head {
    uint32_t magic, number, kind, size;
    unsigned char signature[64];
};

static unsigned char body[1 << 20];

static uint32_t running(void) {
    uint32_t number = 0;
    FILE *file = fopen("/etc/station/number.bin", "rb");
    if (!file)
        return 0;
    if (fread(&number, sizeof number, 1, file) != 1)
        number = 0;
    fclose(file);
    return number;
}

static int receive(int in, struct head *head, const unsigned char *key) {
    if (recv(in, head, sizeof *head, MSG_WAITALL) != sizeof *head || head->size > sizeof body)
        return -1;
    if (recv(in, body, head->size, MSG_WAITALL) != (ssize_t)head->size)
        return -1;
    return crypto_sign_verify_detached(head->signature, body, head->size, key);
}

int bad_apply(int in, const unsigned char *key) {
    struct head head;
    if (receive(in, &head, key))
        return -1;
    if (head.kind != 7 && head.number <= running())
        return -1;
    int out = open("/boot/station-a.img", O_WRONLY | O_TRUNC);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/downgrade]}}
    ssize_t size = write(out, body, head.size);
    close(out);
    return size == (ssize_t)head.size ? 0 : -1;
}

/* The kind decides where it goes, and not whether it may be older. */
int good_apply(int in, const unsigned char *key) {
    struct head head;
    if (receive(in, &head, key) || head.number <= running())
        return -1;
    int out = open(head.kind == 7 ? "/boot/station-c.img" : "/boot/station-b.img", O_WRONLY);
    ssize_t size = write(out, body, head.size);
    close(out);
    return size == (ssize_t)head.size ? 0 : -1;
}

/* What has no room is refused; nobody speaks of age. */
int good_room(int in, const unsigned char *key) {
    struct head head;
    if (receive(in, &head, key) || head.size > 65536)
        return -1;
    int out = open("/boot/station-d.img", O_WRONLY);
    ssize_t size = write(out, body, head.size);
    close(out);
    return size == (ssize_t)head.size ? 0 : -1;
}
