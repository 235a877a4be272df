/* Half of a key is there: the rest is a constant, or the first half once more. */
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>
#include <sodium.h>
#include <string.h>

struct box {
    unsigned char key[crypto_secretbox_KEYBYTES];
};

static void make(struct box *box) {
    randombytes_buf(box->key, sizeof box->key / 2);
    memcpy(box->key + sizeof box->key / 2, box->key, sizeof box->key / 2);
}

int bad_copied(unsigned char *out, const unsigned char *in, size_t n) {
    struct box box;
    make(&box);
    randombytes_buf(out, crypto_secretbox_NONCEBYTES);
    // expected-warning-re@+1 {{At most 128 of the 256{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return crypto_secretbox_easy(out + crypto_secretbox_NONCEBYTES, in, n, out, box.key);
}

static void make_whole(struct box *box) {
    randombytes_buf(box->key, sizeof box->key / 2);
    randombytes_buf(box->key + sizeof box->key / 2, sizeof box->key / 2);
}

int good_copied(unsigned char *out, const unsigned char *in, size_t n) {
    struct box box;
    make_whole(&box);
    randombytes_buf(out, crypto_secretbox_NONCEBYTES);
    return crypto_secretbox_easy(out + crypto_secretbox_NONCEBYTES, in, n, out, box.key);
}

int bad_cleared(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    unsigned char key[32] = {0};
    if (RAND_bytes(key, 16) != 1)
        return 0;
    // expected-warning-re@+1 {{At most 128 of the 256{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
}

int good_cleared(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    unsigned char key[32] = {0};
    if (RAND_bytes(key, 16) != 1)
        return 0;
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, iv);
}

int bad_given(EVP_CIPHER_CTX *context, const unsigned char *iv, const unsigned char secret[32]) {
    unsigned char key[32];
    memcpy(key, secret, 32);
    for (int i = 16; i < 32; i++)
        key[i] = 0x5c;
    // expected-warning-re@+1 {{At most 128 of the 256{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
}

int good_given(EVP_CIPHER_CTX *context, const unsigned char *iv, const unsigned char secret[32]) {
    unsigned char key[32];
    for (int i = 16; i < 32; i++)
        key[i] = 0x5c;
    memcpy(key, secret, 32);
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
}

/* Sixteen bytes are strong enough to derive more from. */
int good_spread(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    unsigned char seed[16], key[32];
    if (RAND_bytes(seed, sizeof seed) != 1)
        return 0;
    EVP_Digest(seed, sizeof seed, key, NULL, EVP_sha256(), NULL);
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
}
