/* ChaCha20 in one function, its words in variables. */
#include <stddef.h>
#include <stdint.h>

#define R(v, n) ((v) << (n) | (v) >> (32 - (n)))
#define G(a, b, c, d)                                                                              \
    a += b;                                                                                        \
    d ^= a;                                                                                        \
    d = R(d, 16);                                                                                  \
    c += d;                                                                                        \
    b ^= c;                                                                                        \
    b = R(b, 12);                                                                                  \
    a += b;                                                                                        \
    d ^= a;                                                                                        \
    d = R(d, 8);                                                                                   \
    c += d;                                                                                        \
    b ^= c;                                                                                        \
    b = R(b, 7);
#define P(i, v)                                                                                    \
    o[4 * i] = m[4 * i] ^ (uint8_t)(v);                                                            \
    o[4 * i + 1] = m[4 * i + 1] ^ (uint8_t)((v) >> 8);                                             \
    o[4 * i + 2] = m[4 * i + 2] ^ (uint8_t)((v) >> 16);                                            \
    o[4 * i + 3] = m[4 * i + 3] ^ (uint8_t)((v) >> 24);
struct cha {
    uint32_t in[16];
};
void bad_bytes(struct cha *c, const uint8_t *m, uint8_t *o, size_t n) {
    uint32_t j0 = c->in[0], j1 = c->in[1], j2 = c->in[2], j3 = c->in[3], j4 = c->in[4],
             j5 = c->in[5], j6 = c->in[6], j7 = c->in[7], j8 = c->in[8], j9 = c->in[9],
             j10 = c->in[10], j11 = c->in[11], j12 = c->in[12], j13 = c->in[13], j14 = c->in[14],
             j15 = c->in[15];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    for (; n >= 64; n -= 64, m += 64, o += 64) {
        uint32_t x0 = j0, x1 = j1, x2 = j2, x3 = j3, x4 = j4, x5 = j5, x6 = j6, x7 = j7, x8 = j8,
                 x9 = j9, x10 = j10, x11 = j11, x12 = j12, x13 = j13, x14 = j14, x15 = j15;
        for (int i = 20; i > 0; i -= 2) {
            G(x0, x4, x8, x12);
            G(x1, x5, x9, x13);
            G(x2, x6, x10, x14);
            G(x3, x7, x11, x15);
            G(x0, x5, x10, x15);
            G(x1, x6, x11, x12);
            G(x2, x7, x8, x13);
            G(x3, x4, x9, x14);
        }
        P(0, x0 + j0);
        P(1, x1 + j1);
        P(2, x2 + j2);
        P(3, x3 + j3);
        P(4, x4 + j4);
        P(5, x5 + j5);
        P(6, x6 + j6);
        P(7, x7 + j7);
        P(8, x8 + j8);
        P(9, x9 + j9);
        P(10, x10 + j10);
        P(11, x11 + j11);
        P(12, x12 + j12);
        P(13, x13 + j13);
        P(14, x14 + j14);
        P(15, x15 + j15);
    }
    c->in[12] = j12;
    c->in[13] = j13;
}

void good_bytes(struct cha *c, const uint8_t *m, uint8_t *o, size_t n) {
    uint32_t j0 = c->in[0], j1 = c->in[1], j2 = c->in[2], j3 = c->in[3], j4 = c->in[4],
             j5 = c->in[5], j6 = c->in[6], j7 = c->in[7], j8 = c->in[8], j9 = c->in[9],
             j10 = c->in[10], j11 = c->in[11], j12 = c->in[12], j13 = c->in[13], j14 = c->in[14],
             j15 = c->in[15];
    for (; n >= 64; n -= 64, m += 64, o += 64) {
        uint32_t x0 = j0, x1 = j1, x2 = j2, x3 = j3, x4 = j4, x5 = j5, x6 = j6, x7 = j7, x8 = j8,
                 x9 = j9, x10 = j10, x11 = j11, x12 = j12, x13 = j13, x14 = j14, x15 = j15;
        for (int i = 20; i > 0; i -= 2) {
            G(x0, x4, x8, x12);
            G(x1, x5, x9, x13);
            G(x2, x6, x10, x14);
            G(x3, x7, x11, x15);
            G(x0, x5, x10, x15);
            G(x1, x6, x11, x12);
            G(x2, x7, x8, x13);
            G(x3, x4, x9, x14);
        }
        P(0, x0 + j0);
        P(1, x1 + j1);
        P(2, x2 + j2);
        P(3, x3 + j3);
        P(4, x4 + j4);
        P(5, x5 + j5);
        P(6, x6 + j6);
        P(7, x7 + j7);
        P(8, x8 + j8);
        P(9, x9 + j9);
        P(10, x10 + j10);
        P(11, x11 + j11);
        P(12, x12 + j12);
        P(13, x13 + j13);
        P(14, x14 + j14);
        P(15, x15 + j15);
        if (!++j12)
            j13++;
    }
    c->in[12] = j12;
    c->in[13] = j13;
}

/* In an array, what covers in a loop of its own. */
uint32_t good_array(const uint32_t key[8], const uint32_t iv[3], uint32_t cc, uint8_t *p,
                    size_t n) {
    while (n > 0) {
        uint32_t x[16] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
        uint8_t row[64];
        size_t now = n < 64 ? n : 64;
        for (int i = 0; i < 8; i++)
            x[4 + i] = key[i];
        for (int i = 0; i < 3; i++)
            x[13 + i] = iv[i];
        x[12] = cc;
        for (int i = 0; i < 10; i++) {
            G(x[0], x[4], x[8], x[12]);
            G(x[1], x[5], x[9], x[13]);
            G(x[2], x[6], x[10], x[14]);
            G(x[3], x[7], x[11], x[15]);
            G(x[0], x[5], x[10], x[15]);
            G(x[1], x[6], x[11], x[12]);
            G(x[2], x[7], x[8], x[13]);
            G(x[3], x[4], x[9], x[14]);
        }
        for (int i = 0; i < 64; i++)
            row[i] = (uint8_t)(x[i / 4] >> 8 * (i % 4));
        for (size_t i = 0; i < now; i++)
            p[i] ^= row[i];
        p += now;
        n -= now;
        cc++;
    }
    return cc;
}
