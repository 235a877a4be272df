/* Key streams that the program makes itself, whatever their constants are. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define TURN(a, b) (((a) << (b)) | ((a) >> (32 - (b))))

/* The steps of Salsa20, and none of its constants. */
static void stir(uint32_t out[16], const uint32_t in[16]) {
    uint32_t x[16];
    memcpy(x, in, sizeof x);
    for (int i = 0; i < 6; i++) {
        for (int k = 0; k < 4; k++) {
            x[4 + k] ^= TURN(x[k] + x[12 + k], 7);
            x[8 + k] ^= TURN(x[4 + k] + x[k], 9);
            x[12 + k] ^= TURN(x[8 + k] + x[4 + k], 13);
            x[k] ^= TURN(x[12 + k] + x[8 + k], 18);
        }
    }
    for (int i = 0; i < 16; i++)
        out[i] = x[i] + in[i];
}

void bad_packets(int in, int out, const uint32_t key[8]) {
    unsigned char data[640];
    uint32_t state[16] = {0}, stream[16];
    ssize_t size = read(in, data, sizeof data);
    memcpy(state + 2, key, 32);
    for (ssize_t at = 0; at < size; at += 64) {
        state[0]++;
        stir(stream, state);
        for (ssize_t i = 0; i < 64 && at + i < size; i++)
            data[at + i] ^= ((unsigned char *)stream)[i];
    }
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    send(out, data, (size_t)size, 0);
}

/* The steps of ChaCha on words of a struct, and other numbers to turn by. */
static uint32_t turn(uint32_t word, int bits) {
    return word << bits | word >> (32 - bits);
}

static void mix(uint32_t *a, uint32_t *b, uint32_t *c, uint32_t *d) {
    *a += *b;
    *d = turn(*d ^ *a, 14);
    *c += *d;
    *b = turn(*b ^ *c, 11);
    *a += *b;
    *d = turn(*d ^ *a, 5);
    *c += *d;
    *b = turn(*b ^ *c, 3);
}

struct pump {
    uint32_t words[8];
    uint8_t left[32];
    unsigned used;
};

static uint8_t next(struct pump *pump) {
    if (pump->used == sizeof pump->left) {
        for (int round = 0; round < 7; round++) {
            mix(&pump->words[0], &pump->words[2], &pump->words[4], &pump->words[6]);
            mix(&pump->words[1], &pump->words[3], &pump->words[5], &pump->words[7]);
        }
        memcpy(pump->left, pump->words, sizeof pump->left);
        pump->used = 0;
    }
    return pump->left[pump->used++];
}

void bad_file(int out, struct pump *pump, const char *text) {
    char line[256];
    size_t size = strlen(text) % sizeof line;
    for (size_t i = 0; i < size; i++)
        line[i] = (char)(text[i] ^ next(pump));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    write(out, line, size);
}

/* RC4, with numbers for bytes. */
struct deck {
    unsigned cards[256], first, second;
};

static void shuffle(struct deck *deck, const unsigned char *key, unsigned size) {
    unsigned other = 0;
    for (unsigned i = 0; i < 256; i++)
        deck->cards[i] = i;
    for (unsigned i = 0; i < 256; i++) {
        unsigned card = deck->cards[i];
        other = (other + card + key[i % size]) & 255;
        deck->cards[i] = deck->cards[other];
        deck->cards[other] = card;
    }
    deck->first = deck->second = 0;
}

static void cover(struct deck *deck, unsigned char *text, size_t size) {
    for (size_t n = 0; n < size; n++) {
        deck->first = (deck->first + 1) & 255;
        unsigned a = deck->cards[deck->first];
        deck->second = (deck->second + a) & 255;
        unsigned b = deck->cards[deck->second];
        deck->cards[deck->first] = b;
        deck->cards[deck->second] = a;
        text[n] ^= (unsigned char)deck->cards[(a + b) & 255];
    }
}

void bad_session(int in, int out, const unsigned char *key) {
    struct deck deck;
    unsigned char text[512];
    ssize_t size = read(in, text, sizeof text);
    shuffle(&deck, key, 16);
    cover(&deck, text, (size_t)size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    send(out, text, (size_t)size, 0);
}

/* A generator behind a pointer. */
static uint32_t draw(uint32_t *state) {
    uint32_t x = *state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return *state = x;
}

void bad_row(int in, int out, uint32_t seed) {
    unsigned char text[256];
    ssize_t size = read(in, text, sizeof text);
    for (ssize_t i = 0; i < size; i++)
        text[i] ^= (unsigned char)draw(&seed);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    send(out, text, (size_t)size, 0);
}

/* ---- Others ------------------------------------------------------------------------------ */

/* A digest by such steps goes beside what it is of. */
static void digest(uint32_t out[8], const uint32_t *words, size_t count) {
    uint32_t v[8] = {1, 2, 3, 5, 8, 13, 21, 34};
    for (size_t i = 0; i < count; i++) {
        v[0] += words[i];
        mix(&v[0], &v[2], &v[4], &v[6]);
        mix(&v[1], &v[3], &v[5], &v[7]);
    }
    for (int i = 0; i < 8; i++)
        out[i] ^= v[i] ^ v[(i + 3) & 7];
}

void good_digest(int in, int out) {
    uint32_t words[64], sum[8] = {0};
    if (read(in, words, sizeof words) != (ssize_t)sizeof words)
        return;
    digest(sum, words, 64);
    send(out, words, sizeof words, 0);
    send(out, sum, sizeof sum, 0);
}

/* Parity. */
void good_parity(int in, int out, const unsigned char *other) {
    unsigned char block[512];
    ssize_t size = read(in, block, sizeof block);
    for (ssize_t i = 0; i < size; i++)
        block[i] ^= other[i];
    write(out, block, (size_t)size);
}

/* Cards that are shuffled cover nothing. */
void good_cards(int out, const unsigned char *key) {
    struct deck deck;
    shuffle(&deck, key, 16);
    send(out, deck.cards, sizeof deck.cards, 0);
}

/* Numbers for a test beside data. */
void good_noise(int in, int out, uint32_t seed) {
    unsigned char block[256];
    ssize_t size = read(in, block, sizeof block - 1);
    block[size] = (unsigned char)draw(&seed);
    send(out, block, (size_t)size + 1, 0);
}
