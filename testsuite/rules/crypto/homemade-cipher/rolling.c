/* Bytes that loops scramble by one byte, by a short constant that is added, by a row of numbers. */
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>

int bad_byte(FILE *in, int out) {
    unsigned char block[512];
    size_t size = fread(block, 1, sizeof block, in);
    for (size_t i = 0; i < size; i++)
        block[i] ^= 0xa7;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return send(out, block, size, 0) == (ssize_t)size ? 0 : -1;
}

int bad_row(FILE *in, FILE *out) {
    char block[256];
    unsigned key = 0x1d;
    size_t size = fread(block, 1, sizeof block, in);
    for (char *at = block; at < block + size; at++) {
        *at = (char)(*at ^ (key & 0xff));
        key = (key * 13 + 7) & 0xffff;
    }
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return fwrite(block, 1, size, out) == size ? 0 : -1;
}

static void shift(unsigned char *text, size_t size) {
    static const unsigned char by[] = {11, 3, 29, 17};
    for (size_t i = 0; i < size; i++)
        text[i] = (unsigned char)(text[i] - by[i & 3]);
}

int bad_shifted(int out, unsigned char *text, size_t size) {
    shift(text, size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return send(out, text, size, 0) < 0 ? -1 : 0;
}

/* Differences to the byte before: a filter for a compressor. */
int good_differences(FILE *in, FILE *out) {
    unsigned char block[512], before = 0;
    size_t size = fread(block, 1, sizeof block, in);
    for (size_t i = 0; i < size; i++) {
        unsigned char now = block[i];
        block[i] = (unsigned char)(now - before);
        before = now;
    }
    return fwrite(block, 1, size, out) == size ? 0 : -1;
}

/* Letters that are escaped one by one, digits made of numbers, all bits turned. */
int good_escaped(int out, unsigned char *text, size_t size) {
    for (size_t i = 0; i < size; i++)
        if (text[i] == 0x7e || text[i] == 0x7d)
            text[i] ^= 0x36;
    return send(out, text, size, 0) < 0 ? -1 : 0;
}

int good_digits(FILE *out, unsigned char *digits, size_t size) {
    for (size_t i = 0; i < size; i++)
        digits[i] += '0';
    return fwrite(digits, 1, size, out) == size ? 0 : -1;
}

int good_negative(FILE *in, FILE *out) {
    unsigned char samples[512];
    size_t size = fread(samples, 1, sizeof samples, in);
    for (size_t i = 0; i < size; i++)
        samples[i] ^= 0xff;
    return fwrite(samples, 1, size, out) == size ? 0 : -1;
}

/* A sum over the data goes along; they are as they were. */
int good_summed(int out, const unsigned char *data, size_t size) {
    unsigned char sum = 0x5c;
    for (size_t i = 0; i < size; i++)
        sum ^= data[i];
    return send(out, data, size, 0) < 0 || send(out, &sum, 1, 0) < 0 ? -1 : 0;
}

/* Wherever the row begins: one number of it tells the next ones. */
static void cover(unsigned char *text, size_t size, uint64_t state) {
    for (size_t i = 0; i < size; i++) {
        state = state * 6364136223846793005u + 1442695040888963407u;
        text[i] ^= (unsigned char)(state >> 56);
    }
}

int bad_generated(FILE *in, int out, uint64_t key) {
    unsigned char block[512];
    size_t size = fread(block, 1, sizeof block, in);
    cover(block, size, key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return send(out, block, size, 0) < 0 ? -1 : 0;
}

/* Noise, and a sum that goes along. */
int good_noise(FILE *out, uint32_t state) {
    unsigned char block[512];
    for (size_t i = 0; i < sizeof block; i++) {
        state = state * 1664525 + 1013904223;
        block[i] = (unsigned char)(state >> 24);
    }
    return fwrite(block, 1, sizeof block, out) == sizeof block ? 0 : -1;
}

int good_sum(FILE *in, int out, uint64_t sum) {
    unsigned char block[512];
    size_t size = fread(block, 1, sizeof block, in);
    for (size_t i = 0; i < size; i++)
        sum = (sum ^ block[i]) * 1099511628211u;
    return send(out, block, size, 0) < 0 || send(out, &sum, sizeof sum, 0) < 0 ? -1 : 0;
}
