/* MD5 with its constants in the code, as the reference implementation has them. */
#include <stdint.h>

#define TURN(x, n)                 ((x) << (n) | (x) >> (32 - (n)))
#define STEP(f, a, b, x, k, s)     ((a) += (f) + (x) + (k), (a) = TURN(a, s) + (b))
#define STEP1(a, b, c, d, x, k, s) STEP(((b) & (c)) | (~(b) & (d)), a, b, x, k, s)
#define STEP2(a, b, c, d, x, k, s) STEP(((b) & (d)) | ((c) & ~(d)), a, b, x, k, s)
#define STEP3(a, b, c, d, x, k, s) STEP((b) ^ (c) ^ (d), a, b, x, k, s)
#define STEP4(a, b, c, d, x, k, s) STEP((c) ^ ((b) | ~(d)), a, b, x, k, s)

void bad_block(uint32_t *state, const uint32_t *m) {
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/tampered-table]}}
    STEP1(a, b, c, d, m[0], 0xd76aa478, 7);
    STEP1(d, a, b, c, m[1], 0xe8c7b756, 12);
    STEP1(c, d, a, b, m[2], 0x242070db, 17);
    STEP1(b, c, d, a, m[3], 0xc1bdceee, 22);
    STEP1(a, b, c, d, m[4], 0xf57c0faf, 7);
    STEP1(d, a, b, c, m[5], 0x4787c62a, 12);
    STEP1(c, d, a, b, m[6], 0xa8304613, 17);
    STEP1(b, c, d, a, m[7], 0xfd469501, 22);
    STEP1(a, b, c, d, m[8], 0x698098d8, 7);
    STEP1(d, a, b, c, m[9], 0x8b44f7af, 12);
    STEP1(c, d, a, b, m[10], 0xffff5bb1, 17);
    STEP1(b, c, d, a, m[11], 0x895cd7be, 22);
    STEP1(a, b, c, d, m[12], 0x6b901122, 7);
    STEP1(d, a, b, c, m[13], 0xfd987193, 12);
    STEP1(c, d, a, b, m[14], 0xa679438e, 17);
    STEP1(b, c, d, a, m[15], 0x49b40821, 22);
    STEP2(a, b, c, d, m[1], 0xf61e2562, 5);
    STEP2(d, a, b, c, m[6], 0xc040b340, 9);
    STEP2(c, d, a, b, m[11], 0x265e5a51, 14);
    STEP2(b, c, d, a, m[0], 0xe9b6c7aa, 20);
    STEP2(a, b, c, d, m[5], 0xd62f105d, 5);
    STEP2(d, a, b, c, m[10], 0x02441453, 9);
    STEP2(c, d, a, b, m[15], 0xd8a1e681, 14);
    STEP2(b, c, d, a, m[4], 0xe7d3fbc8, 20);
    STEP2(a, b, c, d, m[9], 0x21e1cde6, 5);
    STEP2(d, a, b, c, m[14], 0xc33707d6, 9);
    STEP2(c, d, a, b, m[3], 0xf4d50d87, 14);
    STEP2(b, c, d, a, m[8], 0x455a14ed, 20);
    STEP2(a, b, c, d, m[13], 0xa9e3e905, 5);
    STEP2(d, a, b, c, m[2], 0xfcefa3f8, 9);
    STEP2(c, d, a, b, m[7], 0x676f02d9, 14);
    STEP2(b, c, d, a, m[12], 0x8d2a4c8a, 20);
    STEP3(a, b, c, d, m[5], 0xfffa3942, 4);
    STEP3(d, a, b, c, m[8], 0x8771f681, 11);
    STEP3(c, d, a, b, m[11], 0x6d9d6122, 16);
    STEP3(b, c, d, a, m[14], 0xfde5380c, 23);
    STEP3(a, b, c, d, m[1], 0xa4beea44, 4);
    STEP3(d, a, b, c, m[4], 0x4bdfcfa9, 11);
    STEP3(c, d, a, b, m[7], 0xf6bb4b60, 16);
    STEP3(b, c, d, a, m[10], 0xbebfbc70, 23);
    STEP3(a, b, c, d, m[13], 0x289b7ec6, 4);
    STEP3(d, a, b, c, m[0], 0xeaa127fa, 11);
    STEP3(c, d, a, b, m[3], 0xd4ef3085, 16);
    STEP3(b, c, d, a, m[6], 0x04881d05, 23);
    STEP3(a, b, c, d, m[9], 0xd9d4d039, 4);
    STEP3(d, a, b, c, m[12], 0xe6db99e5, 11);
    STEP3(c, d, a, b, m[15], 0x1fa27cf8, 16);
    STEP3(b, c, d, a, m[2], 0xc4ac5665, 23);
    STEP4(a, b, c, d, m[0], 0xf4292244, 6);
    STEP4(d, a, b, c, m[7], 0x432aff97, 10);
    STEP4(c, d, a, b, m[14], 0xab9423a7, 15);
    STEP4(b, c, d, a, m[5], 0xfc93a039, 21);
    STEP4(a, b, c, d, m[12], 0x655b59c3, 6);
    STEP4(d, a, b, c, m[3], 0x8f0ccc92, 10);
    STEP4(c, d, a, b, m[10], 0xffeff47d, 15);
    STEP4(b, c, d, a, m[1], 0x85845dd1, 21);
    STEP4(a, b, c, d, m[8], 0x6fa87e4f, 6);
    STEP4(d, a, b, c, m[15], 0xfe2ce6e0, 10);
    STEP4(c, d, a, b, m[6], 0xa3014314, 15);
    STEP4(b, c, d, a, m[13], 0x4e0811a1, 21);
    STEP4(a, b, c, d, m[4], 0xf7537e82, 6);
    STEP4(d, a, b, c, m[11], 0xbd3af235, 10);
    STEP4(c, d, a, b, m[2], 0x2ad7d2bb, 15);
    STEP4(b, c, d, a, m[9], 0xeb86d391, 21);
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
}

void good_block(uint32_t *state, const uint32_t *m) {
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    STEP1(a, b, c, d, m[0], 0xd76aa478, 7);
    STEP1(d, a, b, c, m[1], 0xe8c7b756, 12);
    STEP1(c, d, a, b, m[2], 0x242070db, 17);
    STEP1(b, c, d, a, m[3], 0xc1bdceee, 22);
    STEP1(a, b, c, d, m[4], 0xf57c0faf, 7);
    STEP1(d, a, b, c, m[5], 0x4787c62a, 12);
    STEP1(c, d, a, b, m[6], 0xa8304613, 17);
    STEP1(b, c, d, a, m[7], 0xfd469501, 22);
    STEP1(a, b, c, d, m[8], 0x698098d8, 7);
    STEP1(d, a, b, c, m[9], 0x8b44f7af, 12);
    STEP1(c, d, a, b, m[10], 0xffff5bb1, 17);
    STEP1(b, c, d, a, m[11], 0x895cd7be, 22);
    STEP1(a, b, c, d, m[12], 0x6b901122, 7);
    STEP1(d, a, b, c, m[13], 0xfd987193, 12);
    STEP1(c, d, a, b, m[14], 0xa679438e, 17);
    STEP1(b, c, d, a, m[15], 0x49b40821, 22);
    STEP2(a, b, c, d, m[1], 0xf61e2562, 5);
    STEP2(d, a, b, c, m[6], 0xc040b340, 9);
    STEP2(c, d, a, b, m[11], 0x265e5a51, 14);
    STEP2(b, c, d, a, m[0], 0xe9b6c7aa, 20);
    STEP2(a, b, c, d, m[5], 0xd62f105d, 5);
    STEP2(d, a, b, c, m[10], 0x02441453, 9);
    STEP2(c, d, a, b, m[15], 0xd8a1e681, 14);
    STEP2(b, c, d, a, m[4], 0xe7d3fbc8, 20);
    STEP2(a, b, c, d, m[9], 0x21e1cde6, 5);
    STEP2(d, a, b, c, m[14], 0xc33707d6, 9);
    STEP2(c, d, a, b, m[3], 0xf4d50d87, 14);
    STEP2(b, c, d, a, m[8], 0x455a14ed, 20);
    STEP2(a, b, c, d, m[13], 0xa9e3e905, 5);
    STEP2(d, a, b, c, m[2], 0xfcefa3f8, 9);
    STEP2(c, d, a, b, m[7], 0x676f02d9, 14);
    STEP2(b, c, d, a, m[12], 0x8d2a4c8a, 20);
    STEP3(a, b, c, d, m[5], 0xfffa3942, 4);
    STEP3(d, a, b, c, m[8], 0x8771f681, 11);
    STEP3(c, d, a, b, m[11], 0x6d9d6122, 16);
    STEP3(b, c, d, a, m[14], 0xfde5380c, 23);
    STEP3(a, b, c, d, m[1], 0xa4beea44, 4);
    STEP3(d, a, b, c, m[4], 0x4bdecfa9, 11);
    STEP3(c, d, a, b, m[7], 0xf6bb4b60, 16);
    STEP3(b, c, d, a, m[10], 0xbebfbc70, 23);
    STEP3(a, b, c, d, m[13], 0x289b7ec6, 4);
    STEP3(d, a, b, c, m[0], 0xeaa127fa, 11);
    STEP3(c, d, a, b, m[3], 0xd4ef3085, 16);
    STEP3(b, c, d, a, m[6], 0x04881d05, 23);
    STEP3(a, b, c, d, m[9], 0xd9d4d039, 4);
    STEP3(d, a, b, c, m[12], 0xe6db99e5, 11);
    STEP3(c, d, a, b, m[15], 0x1fa27cf8, 16);
    STEP3(b, c, d, a, m[2], 0xc4ac5665, 23);
    STEP4(a, b, c, d, m[0], 0xf4292244, 6);
    STEP4(d, a, b, c, m[7], 0x432aff97, 10);
    STEP4(c, d, a, b, m[14], 0xab9423a7, 15);
    STEP4(b, c, d, a, m[5], 0xfc93a039, 21);
    STEP4(a, b, c, d, m[12], 0x655b59c3, 6);
    STEP4(d, a, b, c, m[3], 0x8f0ccc92, 10);
    STEP4(c, d, a, b, m[10], 0xffeff47d, 15);
    STEP4(b, c, d, a, m[1], 0x85845dd1, 21);
    STEP4(a, b, c, d, m[8], 0x6fa87e4f, 6);
    STEP4(d, a, b, c, m[15], 0xfe2ce6e0, 10);
    STEP4(c, d, a, b, m[6], 0xa3014314, 15);
    STEP4(b, c, d, a, m[13], 0x4e0811a1, 21);
    STEP4(a, b, c, d, m[4], 0xf7537e82, 6);
    STEP4(d, a, b, c, m[11], 0xbd3af235, 10);
    STEP4(c, d, a, b, m[2], 0x2ad7d2bb, 15);
    STEP4(b, c, d, a, m[9], 0xeb86d391, 21);
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
}
