/* Own implementations that have no tables: known by the numbers of a curve, in limbs of several
 * sizes, and by masks in code. */
#include <stdint.h>

static uint32_t word(const uint8_t *at) {
    return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

static uint64_t wide(const uint8_t *at) {
    return word(at) | (uint64_t)word(at + 4) << 32;
}

void bad_code(uint32_t *r, const uint8_t *key) {
    // expected-warning-re@+1 {{{{.*}}uses Poly1305,{{.*}}[vitrine: crypto/undeclared-algorithm]}}
    r[0] = word(key) & 0x3ffffff;
    r[1] = (word(key + 3) >> 2) & 0x3ffff03;
    r[2] = (word(key + 6) >> 4) & 0x3ffc0ff;
    r[3] = (word(key + 9) >> 6) & 0x3f03fff;
    r[4] = (word(key + 12) >> 8) & 0x00fffff;
}

/* Three of the five masks are no code. */
void good_fields(uint32_t *r, const uint8_t *key) {
    r[0] = word(key) & 0x3ffffff;
    r[1] = (word(key + 3) >> 2) & 0x3ffff03;
    r[2] = (word(key + 12) >> 8) & 0x00fffff;
}

void good_masks(uint64_t *r, const uint8_t *key) {
    r[0] = wide(key) & 0x00000fffffffffff;
    r[1] = wide(key + 8) & 0x0ffffffc0ffffffc;
}

/* d of Edwards' curve, as small libraries hold it: sixteen limbs of 16 bits. */
// expected-warning-re@+1 {{{{.*}}uses Ed25519,{{.*}}[vitrine: crypto/undeclared-algorithm]}}
static const int64_t d[16] = {0x78a3, 0x1359, 0x4dca, 0x75eb, 0xd8ab, 0x4141, 0x0a4d, 0x0070,
                              0xe898, 0x7779, 0x4079, 0x8cc7, 0xfe73, 0x2b6f, 0x6cee, 0x5203};

void bad_limbs(int64_t *to) {
    for (int i = 0; i < 16; i++)
        to[i] = to[i] * d[i];
}

static const int64_t steps[16] = {0x78a3, 0x1359, 0x0dca, 0x05eb, 0x08ab, 0x0141, 0x0a4d, 0x0070,
                                  0x0898, 0x0779, 0x0079, 0x0cc7, 0x0e73, 0x0b6f, 0x0cee, 0x0203};

void good_steps(int64_t *to) {
    for (int i = 0; i < 16; i++)
        to[i] = to[i] * steps[i];
}
