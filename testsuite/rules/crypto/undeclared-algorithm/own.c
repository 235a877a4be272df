/* Own implementations, known by their constants. */
#include <stdint.h>

void bad_start(uint32_t *state) {
    // expected-warning-re@+1 {{{{.*}}uses SHA-1,{{.*}}[vitrine: crypto/undeclared-algorithm]}}
    state[0] = 0x67452301;
    state[1] = 0xefcdab89;
    state[2] = 0x98badcfe;
    state[3] = 0x10325476;
    state[4] = 0xc3d2e1f0;
}

void good_start(uint32_t *state) {
    static const uint32_t first[8] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    for (int i = 0; i < 8; i++)
        state[i] = first[i];
}
