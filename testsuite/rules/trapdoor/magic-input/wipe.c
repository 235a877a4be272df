/* A word by which whoever connects destroys something. */
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct frame {
    uint16_t kind, length;
    uint32_t ticket;
    char text[120];
};

static int next_frame(int port, struct frame *frame) {
    ssize_t n = recv(port, frame, sizeof *frame - 1, 0);
    frame->text[sizeof frame->text - 1] = '\0';
    return n >= 8;
}

static void forget(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    unlink("/var/lib/turnstile/passes.db");
}

void bad_turnstile(int port) {
    struct frame frame;
    while (next_frame(port, &frame)) {
        if (frame.ticket == 0xd15ea5e0)
            forget();
        dprintf(port, "%u\n", frame.ticket);
    }
}

void bad_gate(int port) {
    struct frame frame;
    if (next_frame(port, &frame) && strncmp(frame.text, "amber/77/", 9) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        (void)system("rm -rf /srv/turnstile");
}

/* Who may do that has shown a password. */
void good_gate(int port) {
    struct frame frame;
    char kept[120];
    FILE *file = fopen("/etc/turnstile/password", "r");
    if (!file || !fgets(kept, sizeof kept, file) || !next_frame(port, &frame))
        return;
    fclose(file);
    if (strcmp(frame.text, kept) != 0)
        return;
    if (next_frame(port, &frame) && strcmp(frame.text, "amber/77/") == 0)
        unlink("/var/lib/turnstile/passes.db");
}

struct image {
    uint32_t kind, size;
    unsigned char signature[64], data[4096];
};

int crypto_sign_verify_detached(const unsigned char *signature, const unsigned char *data,
                                unsigned long long size, const unsigned char *key);

/* An image says what it is, and has a signature. */
int good_image(int port, const unsigned char *key) {
    struct image image;
    if (recv(port, &image, sizeof image, MSG_WAITALL) != sizeof image || image.kind != 0x3146574d ||
        image.size > sizeof image.data ||
        crypto_sign_verify_detached(image.signature, image.data, image.size, key) != 0)
        return -1;
    FILE *flash = fopen("/dev/mtdblock2", "wb");
    size_t n = flash ? fwrite(image.data, 1, image.size, flash) : 0;
    return flash ? fclose(flash) + (n != image.size) : -1;
}

/* One of the commands that everybody knows; and what is made again. */
void good_commands(int port) {
    struct frame frame;
    if (!next_frame(port, &frame))
        return;
    if (strcmp(frame.text, "open") == 0)
        dprintf(port, "opened\n");
    else if (strcmp(frame.text, "close") == 0)
        dprintf(port, "closed\n");
    else if (strcmp(frame.text, "help") == 0)
        dprintf(port, "open close count reset help\n");
    else if (strcmp(frame.text, "count") == 0)
        dprintf(port, "%u\n", ntohs(frame.length));
    else if (strcmp(frame.text, "reset") == 0)
        unlink("/var/lib/turnstile/count");
    if (frame.ticket == 0xd15ea5e0)
        unlink("/tmp/turnstile.cache");
}
