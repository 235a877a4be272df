/* A relay that pads its packets, or holds them back, by a key. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>

static int next_symbol(void) {
    static unsigned char key[64];
    static size_t at, size;
    if (size == 0) {
        FILE *file = fopen("/etc/ssl/private/relay.key", "r");
        size = file ? fread(key, 1, sizeof key, file) : 0;
        if (file)
            fclose(file);
    }
    return size ? key[at++ % size] & 15 : 0;
}

void bad_hold(int out, const char *packet, size_t size) {
    struct timespec wait = {0, 1000000 + 250000 * next_symbol()};
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/timing]}}
    clock_nanosleep(CLOCK_MONOTONIC, 0, &wait, NULL);
    send(out, packet, size, 0);
}

/* So that nobody can tell packets apart: a clock decides. */
void good_hold(int out, const char *packet, size_t size) {
    struct timeval now;
    gettimeofday(&now, NULL);
    struct timespec wait = {0, 1000000 + now.tv_usec % 1000 * 1000};
    clock_nanosleep(CLOCK_MONOTONIC, 0, &wait, NULL);
    send(out, packet, size, 0);
}

/* The key file's length is one of the host's, as any file's. */
void good_record(int out, const char *packet) {
    char block[256];
    FILE *file = fopen("/etc/ssl/private/relay.key", "r");
    size_t size = file ? fread(block, 1, sizeof block, file) : 0;
    if (file)
        fclose(file);
    send(out, packet, size, 0);
}
