/* A key is derived in full, and a few bytes of it are copied. */
#include <sodium.h>
#include <string.h>

struct channel {
    unsigned char key[crypto_secretbox_KEYBYTES];
    unsigned char nonce[crypto_secretbox_NONCEBYTES];
};

int bad_size_of_pointer(struct channel *channel, const char *phrase, const unsigned char *salt,
                        const unsigned char *text, size_t size, unsigned char *out) {
    unsigned char derived[32], key[32] = {0};
    unsigned char *from = derived;
    const size_t length = sizeof from;
    if (crypto_pwhash(derived, sizeof derived, phrase, strlen(phrase), salt, 3, 1 << 28, 2))
        return -1;
    memcpy(key, from, length);
    // expected-warning-re@+1 {{At most 64 of the 256{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return crypto_secretbox_easy(out, text, size, channel->nonce, key);
}

int good_size_of_array(struct channel *channel, const char *phrase, const unsigned char *salt,
                       const unsigned char *text, size_t size, unsigned char *out) {
    unsigned char derived[32], key[32] = {0};
    if (crypto_pwhash(derived, sizeof derived, phrase, strlen(phrase), salt, 3, 1 << 28, 2))
        return -1;
    memcpy(key, derived, sizeof derived);
    return crypto_secretbox_easy(out, text, size, channel->nonce, key);
}

/* The generator is given the size of the pointer. */
static void draw(unsigned char *key) {
    randombytes_buf(key, sizeof key);
}

int bad_drawn(struct channel *channel, const unsigned char *text, size_t size, unsigned char *out) {
    unsigned char key[32];
    draw(key);
    // expected-warning-re@+1 {{At most 64 of the 256{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return crypto_secretbox_easy(out, text, size, channel->nonce, key);
}

static void draw_all(unsigned char *key, size_t size) {
    randombytes_buf(key, size);
}

int good_drawn(struct channel *channel, const unsigned char *text, size_t size,
               unsigned char *out) {
    unsigned char key[32];
    draw_all(key, sizeof key);
    return crypto_secretbox_easy(out, text, size, channel->nonce, key);
}

/* Two halves, drawn one after the other. */
int good_halves(struct channel *channel, const unsigned char *text, size_t size,
                unsigned char *out) {
    unsigned char key[32];
    draw_all(key, 16);
    draw_all(key + 16, 16);
    return crypto_secretbox_easy(out, text, size, channel->nonce, key);
}
