/* Nonces that are digests of a word of the program. */
#include <openssl/evp.h>
#include <sodium.h>
#include <stdint.h>
#include <string.h>

struct channel {
    unsigned char key[32];
    const char *purpose;
    uint64_t sent;
};

int bad_named(const struct channel *channel, EVP_CIPHER_CTX *context) {
    unsigned char digest[32];
    const char *word = "control channel";
    if (EVP_Digest(word, strlen(word), digest, NULL, EVP_sha256(), NULL) != 1)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, channel->key, digest);
}

static void nonce_for(const char *word, unsigned char nonce[24]) {
    crypto_generichash(nonce, 24, (const unsigned char *)word, strlen(word), NULL, 0);
}

int bad_wrapped(const struct channel *channel, unsigned char *out, const unsigned char *in,
                unsigned long long n) {
    unsigned char nonce[24];
    nonce_for("replies", nonce);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return crypto_secretbox_easy(out, in, n, nonce, channel->key);
}

/* A count is hashed with it. */
int good_counted(struct channel *channel, EVP_CIPHER_CTX *context) {
    unsigned char text[32] = "control channel", digest[32];
    channel->sent++;
    memcpy(text + 16, &channel->sent, sizeof channel->sent);
    if (EVP_Digest(text, sizeof text, digest, NULL, EVP_sha256(), NULL) != 1)
        return 0;
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, channel->key, digest);
}

int good_drawn(const struct channel *channel, unsigned char *out, const unsigned char *in,
               unsigned long long n, unsigned char nonce[24]) {
    randombytes_buf(nonce, 24);
    return crypto_secretbox_easy(out, in, n, nonce, channel->key);
}
