/* Quarters of rounds in loops within the loop of rounds. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef struct {
    uint32_t s[16];
} cc;
static uint32_t rl(uint32_t x, int n) {
    return (x << n) | (x >> (32 - n));
}
static void quarter_of_few(uint32_t *a, uint32_t *b, uint32_t *c, uint32_t *d) {
    *a += *b;
    *d = rl(*d ^ *a, 16);
    *c += *d;
    *b = rl(*b ^ *c, 12);
    *a += *b;
    *d = rl(*d ^ *a, 8);
    *c += *d;
    *b = rl(*b ^ *c, 7);
}
static void few(cc *c, uint8_t out[64]) {
    uint32_t x[16];
    memcpy(x, c->s, 64);
    for (int i = 0; i < 3; i++) {
        for (int k = 0; k < 4; k++)
            quarter_of_few(x + k, x + 4 + k, x + 8 + k, x + 12 + k);
        for (int k = 0; k < 4; k++)
            quarter_of_few(x + k, x + 4 + (k + 1) % 4, x + 8 + (k + 2) % 4, x + 12 + (k + 3) % 4);
    }
    for (int i = 0; i < 16; i++)
        x[i] += c->s[i];
    memcpy(out, x, 64);
    c->s[12]++;
}
int bad_few(FILE *f, cc *c, const char *line) {
    uint8_t row[64], o;
    size_t n = strlen(line);
    for (size_t i = 0; i < n; i++) {
        if (i % 64 == 0)
            few(c, row);
        o = (uint8_t)line[i] ^ row[i % 64];
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        if (fwrite(&o, 1, 1, f) != 1)
            return -1;
    }
    return 0;
}
static void qr(uint32_t *a, uint32_t *b, uint32_t *c, uint32_t *d) {
    *a += *b;
    *d = rl(*d ^ *a, 16);
    *c += *d;
    *b = rl(*b ^ *c, 12);
    *a += *b;
    *d = rl(*d ^ *a, 8);
    *c += *d;
    *b = rl(*b ^ *c, 7);
}

static void all(cc *c, uint8_t out[64]) {
    uint32_t x[16];
    memcpy(x, c->s, 64);
    for (int i = 0; i < 10; i++) {
        for (int k = 0; k < 4; k++)
            qr(x + k, x + 4 + k, x + 8 + k, x + 12 + k);
        for (int k = 0; k < 4; k++)
            qr(x + k, x + 4 + (k + 1) % 4, x + 8 + (k + 2) % 4, x + 12 + (k + 3) % 4);
    }
    for (int i = 0; i < 16; i++)
        x[i] += c->s[i];
    memcpy(out, x, 64);
    c->s[12]++;
}
int good_all(FILE *f, cc *c, const char *line) {
    uint8_t row[64], o;
    size_t n = strlen(line);
    for (size_t i = 0; i < n; i++) {
        if (i % 64 == 0)
            all(c, row);
        o = (uint8_t)line[i] ^ row[i % 64];
        if (fwrite(&o, 1, 1, f) != 1)
            return -1;
    }
    return 0;
}

void start(cc *c, const uint32_t key[8], const uint32_t nonce[3]) {
    static const uint32_t sigma[4] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    memcpy(c->s, sigma, 16);
    memcpy(c->s + 4, key, 32);
    c->s[12] = 1;
    memcpy(c->s + 13, nonce, 12);
}
