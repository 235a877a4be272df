/* Rounds of ciphers that no document names, and what only looks like them. */
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Both halves, each by the other. */
static void turn(uint32_t *pair, const uint32_t *row) {
    uint32_t a = pair[0], b = pair[1], sum = 0;
    for (int i = 0; i < 24; i++) {
        sum += 0x7f4a7c15;
        a += ((b << 3) + row[0]) ^ (b + sum) ^ ((b >> 7) + row[1]);
        b += ((a << 3) + row[2]) ^ (a + sum) ^ ((a >> 7) + row[3]);
    }
    pair[0] = a;
    pair[1] = b;
}

void bad_pairs(int in, int out, const uint32_t *row) {
    uint32_t pair[2];
    while (read(in, pair, sizeof pair) == (ssize_t)sizeof pair) {
        turn(pair, row);
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        send(out, pair, sizeof pair, 0);
    }
}

static uint32_t stir(uint32_t word, uint32_t by) {
    word ^= by;
    word = word << 7 | word >> 25;
    return word * 0x01000193u + by;
}

/* They change places, and stand in the message byte by byte. */
static void swap(unsigned char *bytes, const uint32_t *row) {
    uint32_t left =
        (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
    uint32_t right =
        (uint32_t)bytes[4] << 24 | (uint32_t)bytes[5] << 16 | (uint32_t)bytes[6] << 8 | bytes[7];
    for (int i = 0; i < 12; i++) {
        uint32_t old = right;
        right = left ^ stir(right, row[i & 3]);
        left = old;
    }
    for (int i = 0; i < 4; i++) {
        bytes[i] = (unsigned char)(left >> (24 - 8 * i));
        bytes[4 + i] = (unsigned char)(right >> (24 - 8 * i));
    }
}

void bad_bytes(int in, int out, const uint32_t *row) {
    unsigned char block[8];
    while (read(in, block, sizeof block) == (ssize_t)sizeof block) {
        swap(block, row);
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        write(out, block, sizeof block);
    }
}

/* Each word by what became of the last. */
static void chain(uint32_t *word, unsigned count, const uint32_t *row) {
    uint32_t last = word[count - 1], sum = 0;
    for (int round = 0; round < 9; round++) {
        sum += 0x3c6ef372;
        for (unsigned i = 0; i + 1 < count; i++)
            last = word[i] += ((last >> 5 ^ word[i + 1] << 2) + (sum ^ row[i & 3])) ^ last << 4;
    }
}

void bad_words(int in, int out, const uint32_t *row) {
    uint32_t words[16];
    while (read(in, words, sizeof words) == (ssize_t)sizeof words) {
        chain(words, 16, row);
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        send(out, words, sizeof words, 0);
    }
}

/* ---- Others ------------------------------------------------------------------------------ */

struct sums {
    uint32_t low, high;
};

/* A checksum: nothing of the data is changed. */
static void count(struct sums *sums, const unsigned char *bytes, size_t size) {
    uint32_t low = sums->low, high = sums->high;
    for (size_t i = 0; i < size; i++) {
        low = (low + bytes[i]) % 65521;
        high = (high + low) % 65521;
    }
    sums->low = low;
    sums->high = high;
}

void good_sums(int in, int out) {
    unsigned char block[512];
    struct sums sums = {1, 0};
    ssize_t got;
    while ((got = read(in, block, sizeof block)) > 0) {
        count(&sums, block, (size_t)got);
        send(out, block, (size_t)got, 0);
        send(out, &sums, sizeof sums, 0);
    }
}

/* A filter of sound: each sample by the last. */
static void smooth(int32_t *sample, unsigned count) {
    int32_t last = 0;
    for (unsigned i = 0; i < count; i++)
        last = sample[i] += (last - sample[i]) * 3 >> 4;
}

void good_sound(int in, int out) {
    int32_t samples[256];
    while (read(in, samples, sizeof samples) == (ssize_t)sizeof samples) {
        smooth(samples, 256);
        send(out, samples, sizeof samples, 0);
    }
}

/* A hash of four words, sent beside what it is of. */
static void compress(uint64_t *state, uint64_t word) {
    uint64_t a = state[0], b = state[1], c = state[2], d = state[3] ^ word;
    for (int i = 0; i < 2; i++) {
        a += b;
        b = b << 13 | b >> 51;
        b ^= a;
        c += d;
        d = d << 16 | d >> 48;
        d ^= c;
        a += d;
        d = (d << 21 | d >> 43) ^ a;
        c += b;
        b = (b << 17 | b >> 47) ^ c;
    }
    state[0] = a ^ word;
    state[1] = b;
    state[2] = c;
    state[3] = d;
}

void good_hash(int in, int out, uint64_t *state) {
    uint64_t word;
    while (read(in, &word, sizeof word) == (ssize_t)sizeof word) {
        compress(state, word);
        send(out, &word, sizeof word, 0);
    }
    send(out, state, 8, 0);
}

/* ChaCha20 with its constants is no cipher of the program's own. */
static uint32_t rotate(uint32_t word, int bits) {
    return word << bits | word >> (32 - bits);
}

#define QUARTER(a, b, c, d)                                                                        \
    a += b, d = rotate(d ^ a, 16), c += d, b = rotate(b ^ c, 12), a += b, d = rotate(d ^ a, 8),    \
            c += d, b = rotate(b ^ c, 7)

static void block(uint32_t out[16], const uint32_t in[16]) {
    uint32_t x[16];
    memcpy(x, in, sizeof x);
    for (int i = 0; i < 10; i++) {
        QUARTER(x[0], x[4], x[8], x[12]);
        QUARTER(x[1], x[5], x[9], x[13]);
        QUARTER(x[2], x[6], x[10], x[14]);
        QUARTER(x[3], x[7], x[11], x[15]);
        QUARTER(x[0], x[5], x[10], x[15]);
        QUARTER(x[1], x[6], x[11], x[12]);
        QUARTER(x[2], x[7], x[8], x[13]);
        QUARTER(x[3], x[4], x[9], x[14]);
    }
    for (int i = 0; i < 16; i++)
        out[i] = x[i] + in[i];
}

void good_stream(int in, int out, const uint32_t key[8], const uint32_t nonce[3]) {
    unsigned char data[640];
    uint32_t state[16] = {0x61707865, 0x3320646e, 0x79622d32, 0x6b206574}, stream[16];
    ssize_t size = read(in, data, sizeof data);
    memcpy(state + 4, key, 32);
    memcpy(state + 13, nonce, 12);
    for (ssize_t at = 0; at < size; at += 64, state[12]++) {
        block(stream, state);
        for (ssize_t i = 0; i < 64 && at + i < size; i++)
            data[at + i] ^= ((unsigned char *)stream)[i];
    }
    write(out, data, (size_t)size);
}
