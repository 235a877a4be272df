/* States that are handed on by pointers; and what makes its next key of what it makes. */
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    uint32_t w[16];
} block_t;
static inline uint32_t r(uint32_t v, unsigned n) {
    return (v << n) | (v >> (32u - n));
}
static void double_round(uint32_t *x) {
    static const uint8_t q[8][4] = {{0, 4, 8, 12},  {1, 5, 9, 13},  {2, 6, 10, 14}, {3, 7, 11, 15},
                                    {0, 5, 10, 15}, {1, 6, 11, 12}, {2, 7, 8, 13},  {3, 4, 9, 14}};
    for (int i = 0; i < 8; i++) {
        uint32_t *a = x + q[i][0], *b = x + q[i][1], *c = x + q[i][2], *d = x + q[i][3];
        *a += *b;
        *d = r(*d ^ *a, 16);
        *c += *d;
        *b = r(*b ^ *c, 12);
        *a += *b;
        *d = r(*d ^ *a, 8);
        *c += *d;
        *b = r(*b ^ *c, 7);
    }
}
static void permute(block_t *out, const block_t *in) {
    *out = *in;
    for (int i = 0; i < 10; i++)
        double_round(out->w);
    for (int i = 0; i < 16; i++)
        out->w[i] += in->w[i];
}
static void step(block_t *s) {
    if (++s->w[12] == 0)
        ++s->w[13];
}
void bad_work(const uint32_t key[8], const uint32_t nonce[3], uint8_t *p, size_t n) {
    block_t s, o;
    memcpy(s.w, "expand 32-byte k", 16);
    memcpy(s.w + 4, key, 32);
    s.w[12] = 0;
    memcpy(s.w + 13, nonce, 12);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    for (size_t i = 0; i < n; i++) {
        if (i % 64 == 0) {
            permute(&o, &s);
        }
        p[i] ^= ((const uint8_t *)&o)[i % 64];
    }
}

void good_work(const uint32_t key[8], const uint32_t nonce[3], uint8_t *p, size_t n) {
    block_t s, o;
    memcpy(s.w, "expand 32-byte k", 16);
    memcpy(s.w + 4, key, 32);
    s.w[12] = 0;
    memcpy(s.w + 13, nonce, 12);
    for (size_t i = 0; i < n; i++) {
        if (i % 64 == 0) {
            permute(&o, &s);
            step(&s);
        }
        p[i] ^= ((const uint8_t *)&o)[i % 64];
    }
}

#define T(a, b) (((a) << (b)) | ((a) >> (32 - (b))))
static void salsa8(uint32_t B[16]) {
    uint32_t x[16];
    memcpy(x, B, 64);
    for (size_t i = 0; i < 8; i += 2) {
        x[4] ^= T(x[0] + x[12], 7);
        x[8] ^= T(x[4] + x[0], 9);
        x[12] ^= T(x[8] + x[4], 13);
        x[0] ^= T(x[12] + x[8], 18);
        x[9] ^= T(x[5] + x[1], 7);
        x[13] ^= T(x[9] + x[5], 9);
        x[1] ^= T(x[13] + x[9], 13);
        x[5] ^= T(x[1] + x[13], 18);
        x[14] ^= T(x[10] + x[6], 7);
        x[2] ^= T(x[14] + x[10], 9);
        x[6] ^= T(x[2] + x[14], 13);
        x[10] ^= T(x[6] + x[2], 18);
        x[3] ^= T(x[15] + x[11], 7);
        x[7] ^= T(x[3] + x[15], 9);
        x[11] ^= T(x[7] + x[3], 13);
        x[15] ^= T(x[11] + x[7], 18);
    }
    for (size_t i = 0; i < 16; i++)
        B[i] += x[i];
}
void good_mix(uint32_t *B, uint32_t *Y, size_t r) {
    uint32_t X[16];
    memcpy(X, &B[(2 * r - 1) * 16], 64);
    for (size_t i = 0; i < 2 * r; i++) {
        for (int j = 0; j < 16; j++)
            X[j] ^= B[i * 16 + j];
        salsa8(X);
        memcpy(&Y[i * 16], X, 64);
    }
}
struct gen {
    uint32_t key[8];
    uint8_t pool[64];
};
void good_gen_cover(struct gen *g, uint8_t *out, size_t n) {
    uint32_t x[16];
    for (; n >= 32; n -= 32, out += 32) {
        memset(x, 0, sizeof x);
        memcpy(x + 4, g->key, 32);
        salsa8(x);
        memcpy(g->key, x, 32);
        for (int i = 0; i < 32; i++)
            out[i] ^= ((uint8_t *)x)[32 + i];
    }
}

/* What calls the core of scrypt: the same words go round. */
void good_rounds(uint32_t *x, const uint32_t *v, uint32_t *y, size_t r, size_t n) {
    for (size_t i = 0; i < n; i++) {
        size_t at = x[(2 * r - 1) * 16] & (n - 1);
        for (size_t k = 0; k < 32 * r; k++)
            x[k] ^= v[at * 32 * r + k];
        good_mix(x, y, r);
    }
}

void good_lanes(uint32_t *b, const uint32_t *v, uint32_t *y, size_t r, size_t lanes) {
    for (size_t i = 0; i < lanes; i++)
        good_rounds(b + 32 * r * i, v, y, r, 16384);
}
