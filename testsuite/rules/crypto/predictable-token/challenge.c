/* A challenge begins with its length. That may come from any generator, what follows may not. */
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

static int fill_well(unsigned char *to, size_t size) {
    return getrandom(to, size, 0) == (ssize_t)size ? 0 : -1;
}

static int draw(unsigned char *to) {
    unsigned char length = (unsigned char)(16 + rand() % 8);
    *to++ = length;
    return fill_well(to, length);
}

struct session {
    const char *name;
    unsigned char packet[128];
};

int good_make_challenge(struct session *session) {
    unsigned char *to = session->packet + 4;
    if (draw(to) != 0)
        return -1;
    memcpy(to + 1 + *to, session->name, strlen(session->name));
    return 0;
}

static void draw_all(unsigned char *to) {
    to[0] = 16;
    for (int i = 0; i < 16; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
        to[1 + i] = (unsigned char)rand();
}

void bad_make_challenge(unsigned char *packet, const char *name) {
    draw_all(packet + 4);
    memcpy(packet + 5 + packet[4], name, strlen(name));
}

/* What is read out again is no part of something else. */
static void fill(unsigned int *spare) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
    spare[1] = (unsigned int)random();
}

unsigned int bad_make_pin_code(void) {
    unsigned int spare[2];
    fill(spare);
    return spare[1] % 1000000;
}
