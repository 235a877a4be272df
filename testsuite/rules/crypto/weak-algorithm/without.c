/* No encryption at all, as a suite of a protocol that both sides agreed on, and otherwise. */
#include <openssl/evp.h>

struct suites {
    const EVP_CIPHER *known[8];
};

/* Which it is, the table and the other side say. */
static const EVP_CIPHER *find(const struct suites *suites, unsigned number) {
    if (number == 0)
        return EVP_enc_null();
    return number < 8 ? suites->known[number] : NULL;
}

int good_agreed(EVP_CIPHER_CTX *context, const struct suites *suites, unsigned number,
                const unsigned char *key, const unsigned char *iv) {
    return EVP_EncryptInit_ex(context, find(suites, number), NULL, key, iv);
}

int bad_fast(EVP_CIPHER_CTX *context, int fast, const unsigned char *key, const unsigned char *iv) {
    const EVP_CIPHER *cipher = fast ? EVP_enc_null() : EVP_aes_256_ctr();
    // expected-warning-re@+1 {{NULL is used{{.*}}[vitrine: crypto/weak-algorithm]}}
    return EVP_EncryptInit_ex(context, cipher, NULL, key, iv);
}

int bad_plain(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *iv) {
    // expected-warning-re@+1 {{NULL is used{{.*}}[vitrine: crypto/weak-algorithm]}}
    return EVP_EncryptInit_ex(context, EVP_enc_null(), NULL, key, iv);
}
