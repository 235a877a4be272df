/* ChaCha and Salsa20 with the constants that they should have, and with fewer rounds or with all.
 */
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define TURN(word, by) ((word) << (by) | (word) >> (32 - (by)))
#define QUARTER(a, b, c, d)                                                                        \
    a += b, d = TURN(d ^ a, 16), c += d, b = TURN(b ^ c, 12), a += b, d = TURN(d ^ a, 8), c += d,  \
            b = TURN(b ^ c, 7)
#define TWO_ROUNDS(x)                                                                              \
    QUARTER(x[0], x[4], x[8], x[12]), QUARTER(x[1], x[5], x[9], x[13]),                            \
        QUARTER(x[2], x[6], x[10], x[14]), QUARTER(x[3], x[7], x[11], x[15]),                      \
        QUARTER(x[0], x[5], x[10], x[15]), QUARTER(x[1], x[6], x[11], x[12]),                      \
        QUARTER(x[2], x[7], x[8], x[13]), QUARTER(x[3], x[4], x[9], x[14])

struct state {
    uint32_t words[16];
};

static void begin(struct state *state, const unsigned char *key, const unsigned char *nonce) {
    memcpy(state->words, "expand 32-byte k", 16);
    memcpy(state->words + 4, key, 32);
    state->words[12] = 0;
    memcpy(state->words + 13, nonce, 12);
}

static void make_short(struct state *state, unsigned char *out) {
    uint32_t x[16];
    memcpy(x, state->words, sizeof x);
    for (int i = 0; i < 2; i++)
        TWO_ROUNDS(x);
    for (int i = 0; i < 16; i++)
        x[i] += state->words[i];
    memcpy(out, x, 64);
    state->words[12]++;
}

static void make_long(struct state *state, unsigned char *out) {
    uint32_t x[16];
    memcpy(x, state->words, sizeof x);
    for (int i = 20; i > 0; i -= 2)
        TWO_ROUNDS(x);
    for (int i = 0; i < 16; i++)
        x[i] += state->words[i];
    memcpy(out, x, 64);
    state->words[12]++;
}

int bad_stream(int peer, const unsigned char *key, const unsigned char *nonce) {
    struct state state;
    unsigned char stream[64], record[64];
    begin(&state, key, nonce);
    while (read(0, record, sizeof record) == sizeof record) {
        make_short(&state, stream);
        for (size_t i = 0; i < sizeof record; i++)
            record[i] ^= stream[i];
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        if (send(peer, record, sizeof record, 0) != sizeof record)
            return -1;
    }
    return 0;
}

int good_stream(int peer, const unsigned char *key, const unsigned char *nonce) {
    struct state state;
    unsigned char stream[64], record[64];
    begin(&state, key, nonce);
    while (read(0, record, sizeof record) == sizeof record) {
        make_long(&state, stream);
        for (size_t i = 0; i < sizeof record; i++)
            record[i] ^= stream[i];
        if (send(peer, record, sizeof record, 0) != sizeof record)
            return -1;
    }
    return 0;
}

static void quarter_of_salsa(uint32_t *a, uint32_t *b, uint32_t *c, uint32_t *d) {
    *b ^= TURN(*a + *d, 7);
    *c ^= TURN(*b + *a, 9);
    *d ^= TURN(*c + *b, 13);
    *a ^= TURN(*d + *c, 18);
}

static void make_salsa(struct state *state, unsigned char *out) {
    struct state work = *state;
    uint32_t *x = work.words;
    for (int i = 3; i--;) {
        quarter_of_salsa(&x[0], &x[4], &x[8], &x[12]);
        quarter_of_salsa(&x[5], &x[9], &x[13], &x[1]);
        quarter_of_salsa(&x[10], &x[14], &x[2], &x[6]);
        quarter_of_salsa(&x[15], &x[3], &x[7], &x[11]);
        quarter_of_salsa(&x[0], &x[1], &x[2], &x[3]);
        quarter_of_salsa(&x[5], &x[6], &x[7], &x[4]);
        quarter_of_salsa(&x[10], &x[11], &x[8], &x[9]);
        quarter_of_salsa(&x[15], &x[12], &x[13], &x[14]);
    }
    for (int i = 0; i < 16; i++)
        x[i] += state->words[i];
    memcpy(out, x, 64);
    state->words[8]++;
}

long bad_blocks(int from, int to, struct state *state) {
    unsigned char stream[64], record[64];
    long all = 0;
    while (recv(from, record, sizeof record, MSG_WAITALL) == sizeof record) {
        make_salsa(state, stream);
        for (size_t i = 0; i < sizeof record; i++)
            record[i] = record[i] ^ stream[i];
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        all += send(to, record, sizeof record, 0);
    }
    return all;
}
