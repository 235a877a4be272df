/* Ciphers of the program's own that only what they do tells of. */
#include <stddef.h>
#include <stdint.h>

void bad_pair(uint32_t *pair, const uint32_t *row) {
    uint32_t a = pair[0], b = pair[1], sum = 0;
    for (int i = 0; i < 24; i++) {
        sum += 0x7f4a7c15;
        // expected-warning-re@+2 {{{{.*}}block-c{{.*}}[vitrine: crypto/undeclared-algorithm]}}
        a += ((b << 3) + row[0]) ^ (b + sum) ^ ((b >> 7) + row[1]);
        b += ((a << 3) + row[2]) ^ (a + sum) ^ ((a >> 7) + row[3]);
    }
    pair[0] = a;
    pair[1] = b;
}

static uint32_t turn(uint32_t word, int bits) {
    return word << bits | word >> (32 - bits);
}

static void mix(uint32_t words[4]) {
    words[0] += words[1];
    words[3] = turn(words[3] ^ words[0], 14);
    words[2] += words[3];
    words[1] = turn(words[1] ^ words[2], 11);
    words[0] += words[1];
    words[3] = turn(words[3] ^ words[0], 5);
}

void bad_stream(unsigned char *text, size_t size, uint32_t words[4]) {
    for (size_t i = 0; i < size; i++) {
        if (i % 16 == 0)
            mix(words);
        // expected-warning-re@+1 {{{{.*}}stream-c{{.*}}[vitrine: crypto/undeclared-algorithm]}}
        text[i] ^= ((unsigned char *)words)[i % 16];
    }
}

/* That it is RC4 was said. */
void good_declared(unsigned char *text, size_t size, unsigned char table[256]) {
    unsigned a = 0, b = 0;
    for (size_t i = 0; i < size; i++) {
        unsigned char old;
        a = (a + 1) & 255;
        b = (b + table[a]) & 255;
        old = table[a];
        table[a] = table[b];
        table[b] = old;
        text[i] ^= table[(table[a] + table[b]) & 255];
    }
}
