/* The context is the caller's: what it was before is over when it begins anew. */
#include <openssl/evp.h>
#include <string.h>

int bad_unwrap(EVP_CIPHER_CTX *lent, const unsigned char *key, const unsigned char *box,
               unsigned char *mark, unsigned char *out) {
    int size = 0, rest = 0;
    EVP_DecryptInit_ex(lent, EVP_aes_128_gcm(), NULL, key, box);
    EVP_DecryptUpdate(lent, out, &size, box + 12, 64);
    EVP_CIPHER_CTX_ctrl(lent, EVP_CTRL_AEAD_SET_TAG, 16, mark);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    EVP_DecryptFinal_ex(lent, out + size, &rest);
    return size + rest;
}

int good_unwrap(EVP_CIPHER_CTX *lent, const unsigned char *key, const unsigned char *box,
                unsigned char *mark, unsigned char *out) {
    int size = 0, rest = 0;
    EVP_DecryptInit_ex(lent, EVP_aes_128_gcm(), NULL, key, box);
    EVP_DecryptUpdate(lent, out, &size, box + 12, 64);
    EVP_CIPHER_CTX_ctrl(lent, EVP_CTRL_AEAD_SET_TAG, 16, mark);
    return EVP_DecryptFinal_ex(lent, out + size, &rest) > 0 ? size + rest : -1;
}

struct link {
    EVP_CIPHER_CTX *context;
    const EVP_CIPHER *cipher; /* NULL: the usual one */
};

/* Whether this one is authenticated nobody here knows. */
int good_any(struct link *link, const unsigned char *key, const unsigned char *iv,
             const unsigned char *box, unsigned char *out) {
    int size = 0, rest = 0;
    EVP_DecryptInit_ex(link->context, link->cipher ? link->cipher : EVP_aes_256_gcm(), NULL, key,
                       iv);
    EVP_DecryptUpdate(link->context, out, &size, box, 64);
    EVP_DecryptFinal_ex(link->context, out + size, &rest);
    return size + rest;
}
