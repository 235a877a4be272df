/* A word in the loop of a daemon that goes round again behind it; a number that a table makes of
 * what arrives. Beside them a packet that is dropped. */
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const unsigned char mark[8] = {0x13, 0x37, 0xca, 0x00, 0xfe, 0x51, 0x08, 0x9d};

static uint32_t table[256];

static uint32_t sum_of(const unsigned char *bytes, size_t size) {
    uint32_t sum = ~UINT32_C(0);
    while (size--)
        sum = table[(sum ^ *bytes++) & 255] ^ sum >> 8;
    return ~sum;
}

static void make_table(void) {
    for (uint32_t i = 0; i < 256; i++) {
        table[i] = i;
        for (unsigned bit = 0; bit < 8; bit++)
            table[i] = table[i] & 1 ? UINT32_C(0xedb88320) ^ table[i] >> 1 : table[i] >> 1;
    }
}

static void store(const unsigned char *bytes, size_t size) {
    FILE *file = fopen("/var/lib/larder/data", "ab");
    if (!file)
        return;
    fwrite(bytes, 1, size, file);
    fclose(file);
}

void bad_round(int fd) {
    for (;;) {
        unsigned char packet[512];
        ssize_t size = recv(fd, packet, sizeof packet, 0);
        if (size < 12)
            continue;
        if (memmem(packet, (size_t)size, mark, sizeof mark)) {
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            system("/usr/sbin/dropbear -p 2022");
            continue;
        }
        store(packet, (size_t)size);
    }
}

void bad_sum(int fd) {
    make_table();
    for (;;) {
        unsigned char packet[512];
        ssize_t size = recv(fd, packet, sizeof packet, 0);
        if (size < 12)
            continue;
        if (sum_of(packet, (size_t)size) == UINT32_C(0x5e1fc0de)) {
            if (fork() == 0)
                // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
                execl("/usr/sbin/sshd", "sshd", "-p", "8022", (char *)NULL);
            continue;
        }
        store(packet, (size_t)size);
    }
}

void good_round(int fd) {
    for (;;) {
        unsigned char packet[512];
        ssize_t size = recv(fd, packet, sizeof packet, 0);
        if (size < 12)
            continue;
        if (memmem(packet, (size_t)size, mark, sizeof mark)) {
            fprintf(stderr, "malformed packet dropped\n");
            continue;
        }
        if (sum_of(packet + 4, (size_t)size - 4) != *(uint32_t *)(void *)packet)
            continue;
        store(packet, (size_t)size);
    }
}
