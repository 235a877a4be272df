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
