/* A nonce that lies beside the key in an object: who makes the object once uses it in a loop. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sodium.h>
#include <stdlib.h>
#include <unistd.h>

struct channel {
    int peer;
    unsigned char key[32], nonce[12];
};

static int open_channel(struct channel *channel, int peer) {
    channel->peer = peer;
    return RAND_bytes(channel->key, sizeof channel->key) == 1 &&
           RAND_bytes(channel->nonce, sizeof channel->nonce) == 1;
}

static int send_sealed(struct channel *channel, EVP_CIPHER_CTX *context, const unsigned char *in,
                       int n) {
    unsigned char out[1040];
    int size, rest;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    if (EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, channel->key, channel->nonce) != 1 ||
        EVP_EncryptUpdate(context, out, &size, in, n) != 1 ||
        EVP_EncryptFinal_ex(context, out + size, &rest) != 1 ||
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, out + n) != 1)
        return -1;
    return (int)write(channel->peer, out, (size_t)n + 16);
}

int bad_serve(EVP_CIPHER_CTX *context, int peer) {
    struct channel channel;
    unsigned char text[1024];
    ssize_t n;
    if (!open_channel(&channel, peer))
        return -1;
    while ((n = read(STDIN_FILENO, text, sizeof text)) > 0)
        if (send_sealed(&channel, context, text, (int)n) < 0)
            return -1;
    return 0;
}

/* The same with a counter. */
struct box {
    unsigned char key[32], nonce[crypto_secretbox_NONCEBYTES];
};

static void open_box(struct box *box) {
    randombytes_buf(box->key, sizeof box->key);
    randombytes_buf(box->nonce, sizeof box->nonce);
}

static int put(struct box *box, const unsigned char *in, size_t n, unsigned char *out) {
    sodium_increment(box->nonce, sizeof box->nonce);
    return crypto_secretbox_easy(out, in, n, box->nonce, box->key);
}

int good_counted(unsigned char *out) {
    struct box box;
    unsigned char text[512];
    ssize_t n;
    open_box(&box);
    while ((n = read(STDIN_FILENO, text, sizeof text)) > 0)
        if (put(&box, text, (size_t)n, out) != 0)
            return -1;
    return 0;
}

/* Each message has an object of its own, from the same function. */
struct letter {
    unsigned char nonce[crypto_secretbox_NONCEBYTES], text[512];
};

static struct letter *begin_letter(void) {
    struct letter *letter = malloc(sizeof *letter);
    if (letter)
        randombytes_buf(letter->nonce, sizeof letter->nonce);
    return letter;
}

int good_letters(const unsigned char *key) {
    unsigned char text[256];
    ssize_t n;
    while ((n = read(STDIN_FILENO, text, sizeof text)) > 0) {
        struct letter *letter = begin_letter();
        if (!letter || crypto_secretbox_easy(letter->text, text, (size_t)n, letter->nonce, key))
            return -1;
        free(letter);
    }
    return 0;
}

int bad_letters(const unsigned char *key) {
    unsigned char text[256];
    ssize_t n;
    struct letter *letter = begin_letter();
    while (letter && (n = read(STDIN_FILENO, text, sizeof text)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
        if (crypto_secretbox_easy(letter->text, text, (size_t)n, letter->nonce, key))
            return -1;
    free(letter);
    return 0;
}
