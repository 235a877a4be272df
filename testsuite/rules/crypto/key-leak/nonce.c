/* What is a nonce must not be a key. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>

struct sealer {
    unsigned char key[32];
    unsigned char nonce[12];
    EVP_CIPHER_CTX *context;
};

int bad_nonce_of_key(struct sealer *sealer) {
    if (RAND_bytes(sealer->key, sizeof sealer->key) != 1)
        return -1;
    memcpy(sealer->nonce, sealer->key, sizeof sealer->nonce);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/key-leak]}}
    return EVP_EncryptInit_ex(sealer->context, EVP_aes_256_gcm(), NULL, sealer->key, sealer->nonce);
}

int good_nonce_drawn(struct sealer *sealer) {
    if (RAND_bytes(sealer->key, sizeof sealer->key) != 1 ||
        RAND_bytes(sealer->nonce, sizeof sealer->nonce) != 1)
        return -1;
    return EVP_EncryptInit_ex(sealer->context, EVP_aes_256_gcm(), NULL, sealer->key, sealer->nonce);
}

/* Key and nonce are cut from one block, as TLS does. */
int good_block(struct sealer *sealer) {
    unsigned char block[44];
    if (RAND_bytes(block, sizeof block) != 1)
        return -1;
    memcpy(sealer->key, block, 32);
    memcpy(sealer->nonce, block + 32, 12);
    return EVP_EncryptInit_ex(sealer->context, EVP_aes_256_gcm(), NULL, sealer->key, sealer->nonce);
}

/* The end of the key, turned round and masked by a constant, beside a counter. */
int bad_nonce_disguised(struct sealer *sealer, unsigned count) {
    unsigned char key[32];
    if (RAND_bytes(key, sizeof key) != 1)
        return -1;
    for (size_t i = 0; i < 8; i++)
        sealer->nonce[i] = key[31 - i] ^ 0xa7;
    memcpy(sealer->nonce + 8, &count, sizeof count);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/key-leak]}}
    return EVP_EncryptInit_ex(sealer->context, EVP_aes_256_gcm(), NULL, key, sealer->nonce);
}

/* A nonce that is derived from the key tells nothing of it. */
int good_nonce_derived(struct sealer *sealer) {
    unsigned char digest[32];
    if (RAND_bytes(sealer->key, sizeof sealer->key) != 1 ||
        EVP_Digest(sealer->key, sizeof sealer->key, digest, NULL, EVP_sha256(), NULL) != 1)
        return -1;
    memcpy(sealer->nonce, digest, sizeof sealer->nonce);
    return EVP_EncryptInit_ex(sealer->context, EVP_aes_256_gcm(), NULL, sealer->key, sealer->nonce);
}

/* One helper draws both, each at its own call. */
static int draw_block(unsigned char *out) {
    return RAND_bytes(out, 16) == 1 ? 0 : -1;
}

static int draw_or_fail(unsigned char *out) {
    return draw_block(out);
}

int good_one_helper(EVP_CIPHER_CTX *context) {
    unsigned char key[16], nonce[16];
    if (draw_or_fail(key) || draw_or_fail(nonce))
        return -1;
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, key, nonce);
}
