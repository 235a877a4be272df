/* What is encrypted is a constant as well; but what comes of it is sent, kept or shown. */
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

enum { SIZE = 26 + crypto_secretbox_MACBYTES };

static const unsigned char hello[27] = "unit 0042 reports for duty";

int bad_greeting(int peer, const unsigned char *nonce) {
    static const unsigned char key[32] = {0x71, 0x0e, 0x5b, 0xd2, 0x9c, 0x44, 0x18, 0xa7,
                                          0x3f, 0xe6, 0x02, 0xb9, 0x6d, 0x85, 0xca, 0x10};
    unsigned char out[SIZE];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    if (crypto_secretbox_easy(out, hello, 26, nonce, key))
        return -1;
    return send(peer, out, sizeof out, 0) == SIZE ? 0 : -1;
}

struct seal {
    unsigned char key[33];
    unsigned char page[SIZE];
};

int bad_page(const unsigned char *nonce, FILE *to) {
    struct seal seal = {.key = "winter is long in the far north"};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    if (crypto_secretbox_easy(seal.page, (const unsigned char *)"the first page of the book", 26,
                              nonce, seal.key))
        return -1;
    return fwrite(seal.page, 1, SIZE, to) == SIZE ? 0 : -1;
}

void bad_shown(const unsigned char *nonce) {
    unsigned char out[SIZE];
    const char *key = "0f1e2d3c4b5a69780f1e2d3c4b5a6978";
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    crypto_secretbox_easy(out, hello, 26, nonce, (const unsigned char *)key);
    for (int i = 0; i < SIZE; i++)
        printf("%02x", out[i]);
}

/* It measures, and what comes of it goes nowhere. */
int good_speed(const unsigned char *nonce) {
    static const unsigned char key[33] = "how many blocks can be done in a";
    unsigned char out[SIZE];
    int rounds = 0;
    while (rounds < 100000 && !crypto_secretbox_easy(out, hello, 26, nonce, key))
        rounds++;
    printf("%d rounds\n", rounds);
    return rounds;
}

/* It gives the same again. */
int good_agree(const unsigned char *nonce) {
    static const unsigned char key[34] = "what comes out is always the same";
    unsigned char one[SIZE], other[SIZE];
    crypto_secretbox_easy(one, hello, 26, nonce, key);
    crypto_secretbox_easy(other, hello, 26, nonce, key);
    return memcmp(one, other, SIZE) == 0;
}

/* The key is the user's. */
int good_given(int peer, const unsigned char *key, const unsigned char *nonce) {
    unsigned char out[SIZE];
    if (crypto_secretbox_easy(out, hello, 26, nonce, key))
        return -1;
    return send(peer, out, sizeof out, 0) == SIZE ? 0 : -1;
}
