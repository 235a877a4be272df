/* Counts that are wide enough, and cut before they become a nonce. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sodium.h>
#include <stdint.h>
#include <string.h>

struct channel {
    unsigned char key[32], salt[4];
    uint64_t sent;
};

int bad_cast(struct channel *channel, EVP_CIPHER_CTX *context) {
    unsigned char nonce[12];
    uint64_t number = (uint8_t)channel->sent++;
    memcpy(nonce, channel->salt, 4);
    for (int i = 0; i < 8; i++)
        nonce[4 + i] = (unsigned char)(number >> (56 - 8 * i));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, channel->key, nonce);
}

int good_cast(struct channel *channel, EVP_CIPHER_CTX *context) {
    unsigned char nonce[12];
    uint64_t number = channel->sent++;
    memcpy(nonce, channel->salt, 4);
    for (int i = 0; i < 8; i++)
        nonce[4 + i] = (unsigned char)(number >> (56 - 8 * i));
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, channel->key, nonce);
}

static unsigned long packets;

static void number(unsigned char nonce[12]) {
    packets = packets + 1;
    unsigned long low = packets & 0xffff;
    memset(nonce, 0, 12);
    memcpy(nonce + 4, &low, sizeof low);
}

int bad_mask(unsigned char *out, const unsigned char *in, unsigned long long n,
             const unsigned char *key) {
    unsigned char nonce[12];
    number(nonce);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return crypto_aead_chacha20poly1305_ietf_encrypt(out, NULL, in, n, NULL, 0, NULL, nonce, key);
}

static unsigned long frames;

static void number_all(unsigned char nonce[12]) {
    frames = frames + 1;
    memset(nonce, 0, 12);
    memcpy(nonce + 4, &frames, sizeof frames);
}

int good_mask(unsigned char *out, const unsigned char *in, unsigned long long n,
              const unsigned char *key) {
    unsigned char nonce[12];
    number_all(nonce);
    return crypto_aead_chacha20poly1305_ietf_encrypt(out, NULL, in, n, NULL, 0, NULL, nonce, key);
}

struct writer {
    uint32_t made;
    unsigned char key[16], head[10];
};

int bad_short(struct writer *writer, EVP_CIPHER_CTX *context) {
    unsigned char nonce[12];
    uint16_t made = (uint16_t)++writer->made;
    memcpy(nonce, writer->head, 10);
    memcpy(nonce + 10, &made, 2);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_ccm(), NULL, writer->key, nonce);
}

/* Each message has bytes of its own beside the count. */
int good_drawn(struct writer *writer, EVP_CIPHER_CTX *context) {
    unsigned char nonce[12];
    uint16_t made = (uint16_t)++writer->made;
    if (RAND_bytes(nonce, 10) != 1)
        return 0;
    memcpy(nonce + 10, &made, 2);
    return EVP_EncryptInit_ex(context, EVP_aes_128_ccm(), NULL, writer->key, nonce);
}

/* Before it begins anew there is another key. */
int good_bounded(struct writer *writer, EVP_CIPHER_CTX *context) {
    unsigned char nonce[12];
    if (writer->made > UINT16_MAX)
        return 0;
    uint16_t made = (uint16_t)writer->made++;
    memcpy(nonce, writer->head, 10);
    memcpy(nonce + 10, &made, 2);
    return EVP_EncryptInit_ex(context, EVP_aes_128_ccm(), NULL, writer->key, nonce);
}

/* The lower half goes here and the upper half there. */
int good_halves(struct writer *writer, EVP_CIPHER_CTX *context) {
    unsigned char nonce[12];
    uint32_t made = writer->made++;
    uint16_t low = (uint16_t)made, high = (uint16_t)(made >> 16);
    memcpy(nonce, writer->head, 8);
    memcpy(nonce + 8, &low, 2);
    memcpy(nonce + 10, &high, 2);
    return EVP_EncryptInit_ex(context, EVP_aes_128_ccm(), NULL, writer->key, nonce);
}
