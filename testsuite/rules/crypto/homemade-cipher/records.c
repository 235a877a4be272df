/* Records that are "encrypted" by xor, and what xor is also good for. */
#include <stdint.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/socket.h>

static const unsigned char pad[4] = {0x5e, 0x91, 0x2c, 0xd7};

int bad_send(int out, unsigned char *record, size_t size) {
    for (size_t i = 0; i < size; i++)
        record[i] ^= pad[i % sizeof pad];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return send(out, record, size, 0) == (ssize_t)size ? 0 : -1;
}

int bad_save(FILE *in, FILE *out) {
    static const char word[] = "openSesame";
    unsigned char block[512];
    size_t size = fread(block, 1, sizeof block, in);
    for (size_t i = 0; i < size; i++)
        block[i] = (unsigned char)(block[i] ^ word[i % (sizeof word - 1)]);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return fwrite(block, 1, size, out) == size ? 0 : -1;
}

/* A frame's mask is random and goes along: RFC 6455. */
int good_mask(int out, unsigned char *frame, size_t size) {
    unsigned char mask[4];
    if (getrandom(mask, sizeof mask, 0) != sizeof mask || send(out, mask, sizeof mask, 0) < 0)
        return -1;
    for (size_t i = 0; i < size; i++)
        frame[i] ^= mask[i % sizeof mask];
    return send(out, frame, size, 0) == (ssize_t)size ? 0 : -1;
}

/* Parity of two stripes. */
int good_parity(FILE *a, FILE *b, FILE *out) {
    unsigned char left[512], right[512];
    if (fread(left, 1, sizeof left, a) != sizeof left ||
        fread(right, 1, sizeof right, b) != sizeof right)
        return -1;
    for (size_t i = 0; i < sizeof left; i++)
        left[i] ^= right[i];
    return fwrite(left, 1, sizeof left, out) == sizeof left ? 0 : -1;
}

static uint32_t table[256];

/* A checksum behind the data. */
int good_checksum(int out, const unsigned char *data, size_t size) {
    uint32_t sum = 0xffffffffu;
    for (size_t i = 0; i < size; i++)
        sum = table[(sum ^ data[i]) & 0xff] ^ (sum >> 8);
    sum = ~sum;
    return send(out, data, size, 0) < 0 || send(out, &sum, sizeof sum, 0) < 0 ? -1 : 0;
}

/* Upper case to lower, and the sign of samples. */
int good_flip(int out, unsigned char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (text[i] >= 'A' && text[i] <= 'Z')
            text[i] ^= 0x20;
    return send(out, text, size, 0) < 0 ? -1 : 0;
}

int good_samples(FILE *in, FILE *out) {
    unsigned char samples[512];
    size_t size = fread(samples, 1, sizeof samples, in);
    for (size_t i = 0; i < size; i++)
        samples[i] ^= 0x80;
    return fwrite(samples, 1, size, out) == size ? 0 : -1;
}

static int state = -1; /* none is known yet */

/* What has changed since the last message. */
int good_changes(int in, FILE *log) {
    unsigned char message[2];
    if (recv(in, message, sizeof message, 0) != sizeof message)
        return -1;
    int next = message[0] << 8 | message[1], changed = state ^ next;
    state = next;
    return fprintf(log, "state %x, changed %x\n", next, changed) < 0 ? -1 : 0;
}

static void spell(FILE *out, const char *text) {
    for (; *text; text++)
        if ((unsigned char)*text < ' ')
            fputs((char[]){'^', *text ^ 0x40, 0}, out);
        else
            fputc(*text, out);
}

/* Signs of control are written as terminals show them. */
int good_message(FILE *in, FILE *out, const char *user) {
    char line[128];
    snprintf(line, sizeof line, "Broadcast message from %s:\r\n", user);
    spell(out, line);
    while (fgets(line, sizeof line, in))
        spell(out, line);
    return ferror(in) ? -1 : 0;
}
