/* Stream ciphers of the program's own whose counter stands still, and such that count. */
#include <stdint.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>

#define ROT(v, n) (((v) << (n)) | ((v) >> (32 - (n))))
#define QR(a, b, c, d)                                                                             \
    (a += b, d ^= a, d = ROT(d, 16), c += d, b ^= c, b = ROT(b, 12), a += b, d ^= a,               \
     d = ROT(d, 8), c += d, b ^= c, b = ROT(b, 7))

struct bad {
    uint32_t state[16];
    uint8_t block[64];
    size_t used;
};
static void bad_refill(struct bad *s) {
    uint32_t x[16];
    memcpy(x, s->state, sizeof x);
    for (int i = 0; i < 10; i++) {
        QR(x[0], x[4], x[8], x[12]);
        QR(x[1], x[5], x[9], x[13]);
        QR(x[2], x[6], x[10], x[14]);
        QR(x[3], x[7], x[11], x[15]);
        QR(x[0], x[5], x[10], x[15]);
        QR(x[1], x[6], x[11], x[12]);
        QR(x[2], x[7], x[8], x[13]);
        QR(x[3], x[4], x[9], x[14]);
    }
    for (int i = 0; i < 16; i++) {
        uint32_t v = x[i] + s->state[i];
        memcpy(s->block + 4 * i, &v, 4);
    }
    s->used = 0;
}
void bad_stream_start(struct bad *s, const uint8_t key[32], const uint8_t nonce[12]) {
    static const uint32_t sigma[4] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    memcpy(s->state, sigma, 16);
    memcpy(s->state + 4, key, 32);
    s->state[12] = 1;
    memcpy(s->state + 13, nonce, 12);
    s->used = 64;
}
void bad_stream_run(struct bad *s, uint8_t *data, size_t size) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    for (size_t i = 0; i < size; i++) {
        if (s->used == 64)
            bad_refill(s);
        data[i] ^= s->block[s->used++];
    }
}
int bad_tunnel_send(int fd, const uint8_t key[32], uint8_t *data, size_t size) {
    struct bad s;
    uint8_t nonce[12];
    if (getrandom(nonce, sizeof nonce, 0) != sizeof nonce)
        return -1;
    bad_stream_start(&s, key, nonce);
    bad_stream_run(&s, data, size);
    if (send(fd, nonce, sizeof nonce, 0) < 0)
        return -1;
    return send(fd, data, size, 0) < 0 ? -1 : 0;
}

struct good {
    uint32_t state[16];
    uint8_t block[64];
    size_t used;
};
static void good_refill(struct good *s) {
    uint32_t x[16];
    memcpy(x, s->state, sizeof x);
    for (int i = 0; i < 10; i++) {
        QR(x[0], x[4], x[8], x[12]);
        QR(x[1], x[5], x[9], x[13]);
        QR(x[2], x[6], x[10], x[14]);
        QR(x[3], x[7], x[11], x[15]);
        QR(x[0], x[5], x[10], x[15]);
        QR(x[1], x[6], x[11], x[12]);
        QR(x[2], x[7], x[8], x[13]);
        QR(x[3], x[4], x[9], x[14]);
    }
    for (int i = 0; i < 16; i++) {
        uint32_t v = x[i] + s->state[i];
        memcpy(s->block + 4 * i, &v, 4);
    }
    s->used = 0;
    s->state[12]++;
}
void good_stream_start(struct good *s, const uint8_t key[32], const uint8_t nonce[12]) {
    static const uint32_t sigma[4] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    memcpy(s->state, sigma, 16);
    memcpy(s->state + 4, key, 32);
    s->state[12] = 1;
    memcpy(s->state + 13, nonce, 12);
    s->used = 64;
}
void good_stream_run(struct good *s, uint8_t *data, size_t size) {
    for (size_t i = 0; i < size; i++) {
        if (s->used == 64)
            good_refill(s);
        data[i] ^= s->block[s->used++];
    }
}
int good_tunnel_send(int fd, const uint8_t key[32], uint8_t *data, size_t size) {
    struct good s;
    uint8_t nonce[12];
    if (getrandom(nonce, sizeof nonce, 0) != sizeof nonce)
        return -1;
    good_stream_start(&s, key, nonce);
    good_stream_run(&s, data, size);
    if (send(fd, nonce, sizeof nonce, 0) < 0)
        return -1;
    return send(fd, data, size, 0) < 0 ? -1 : 0;
}

/* By arguments. */
static uint32_t rotl(uint32_t v, int n) {
    return v << n | v >> (32 - n);
}
static void quarter(uint32_t *x, int a, int b, int c, int d) {
    x[a] += x[b];
    x[d] = rotl(x[d] ^ x[a], 16);
    x[c] += x[d];
    x[b] = rotl(x[b] ^ x[c], 12);
    x[a] += x[b];
    x[d] = rotl(x[d] ^ x[a], 8);
    x[c] += x[d];
    x[b] = rotl(x[b] ^ x[c], 7);
}
static void make(const uint8_t key[32], uint32_t counter, const uint8_t nonce[12],
                 uint8_t out[64]) {
    uint32_t s[16] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}, x[16];
    memcpy(s + 4, key, 32);
    s[12] = counter;
    memcpy(s + 13, nonce, 12);
    for (int i = 0; i < 16; i++)
        x[i] = s[i];
    for (int i = 0; i < 10; i++) {
        quarter(x, 0, 4, 8, 12);
        quarter(x, 1, 5, 9, 13);
        quarter(x, 2, 6, 10, 14);
        quarter(x, 3, 7, 11, 15);
        quarter(x, 0, 5, 10, 15);
        quarter(x, 1, 6, 11, 12);
        quarter(x, 2, 7, 8, 13);
        quarter(x, 3, 4, 9, 14);
    }
    for (int i = 0; i < 16; i++) {
        x[i] += s[i];
        out[4 * i] = x[i];
        out[4 * i + 1] = x[i] >> 8;
        out[4 * i + 2] = x[i] >> 16;
        out[4 * i + 3] = x[i] >> 24;
    }
}
void bad_cover(const uint8_t key[32], const uint8_t nonce[12], uint8_t *p, size_t n) {
    uint8_t row[64];
    uint32_t counter = 1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    while (n) {
        size_t now = n < 64 ? n : 64;
        make(key, counter, nonce, row);
        for (size_t i = 0; i < now; i++)
            p[i] ^= row[i];
        p += now;
        n -= now;
    }
}

void good_cover(const uint8_t key[32], const uint8_t nonce[12], uint8_t *p, size_t n) {
    uint8_t row[64];
    uint32_t counter = 1;
    while (n) {
        size_t now = n < 64 ? n : 64;
        make(key, counter, nonce, row);
        for (size_t i = 0; i < now; i++)
            p[i] ^= row[i];
        p += now;
        n -= now;
        counter++;
    }
}
