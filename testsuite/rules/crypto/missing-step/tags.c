/* The tag of an authenticated cipher: made, kept, and asked for. */
#include <gcrypt.h>
#include <openssl/evp.h>

int bad_open(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n,
             unsigned char *out) {
    int size = 0, rest = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv) ||
        !EVP_DecryptUpdate(context, out, &size, in, n))
        size = -1;
    else
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
        EVP_DecryptFinal_ex(context, out + size, &rest);
    EVP_CIPHER_CTX_free(context);
    return size;
}

/* The tag is set, and whether it fits is nobody's business. */
int bad_ignored(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n,
                unsigned char *tag, unsigned char *out) {
    int size = 0, rest = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (EVP_DecryptInit_ex(context, EVP_chacha20_poly1305(), NULL, key, iv) &&
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, tag) &&
        EVP_DecryptUpdate(context, out, &size, in, n))
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
        EVP_DecryptFinal_ex(context, out + size, &rest);
    EVP_CIPHER_CTX_free(context);
    return size;
}

int good_open(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n,
              unsigned char *tag, unsigned char *out) {
    int size = 0, rest = 0, ok = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv) &&
        EVP_DecryptUpdate(context, out, &size, in, n) &&
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, tag))
        ok = EVP_DecryptFinal_ex(context, out + size, &rest) > 0;
    EVP_CIPHER_CTX_free(context);
    return ok ? size : -1;
}

/* What has no tag has no result that would tell of it. */
int good_unauthenticated(const unsigned char *key, const unsigned char *iv, const unsigned char *in,
                         int n, unsigned char *out) {
    int size = 0, rest = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (EVP_DecryptInit_ex(context, EVP_aes_256_ctr(), NULL, key, iv) &&
        EVP_DecryptUpdate(context, out, &size, in, n))
        EVP_DecryptFinal_ex(context, out + size, &rest);
    EVP_CIPHER_CTX_free(context);
    return size;
}

/* It never comes to the end, where the tag is looked at. */
int bad_no_end(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n,
               unsigned char *out) {
    int size = -1;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!EVP_DecryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, iv))
        goto end;
    if (!EVP_DecryptUpdate(context, out, &size, in, n))
        size = -1;
end:
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    EVP_CIPHER_CTX_free(context);
    return size;
}

int bad_seal(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n,
             unsigned char *out) {
    int size = 0, rest = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, iv) ||
        !EVP_EncryptUpdate(context, out, &size, in, n) ||
        !EVP_EncryptFinal_ex(context, out + size, &rest))
        size = -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    EVP_CIPHER_CTX_free(context);
    return size;
}

int good_seal(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n,
              unsigned char *out, unsigned char tag[16]) {
    int size = 0, rest = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, iv) ||
        !EVP_EncryptUpdate(context, out, &size, in, n) ||
        !EVP_EncryptFinal_ex(context, out + size, &rest)) {
        EVP_CIPHER_CTX_free(context);
        return -1;
    }
    if (!EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, tag))
        size = -1;
    EVP_CIPHER_CTX_free(context);
    return size;
}

int bad_gcrypt(const unsigned char *key, const unsigned char *iv, unsigned char *data, size_t n) {
    gcry_cipher_hd_t cipher;
    if (gcry_cipher_open(&cipher, GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_GCM, 0))
        return -1;
    int error = gcry_cipher_setkey(cipher, key, 32) || gcry_cipher_setiv(cipher, iv, 12) ||
                gcry_cipher_decrypt(cipher, data, n, NULL, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    gcry_cipher_close(cipher);
    return error;
}

int good_gcrypt(const unsigned char *key, const unsigned char *iv, unsigned char *data, size_t n,
                const unsigned char tag[16]) {
    gcry_cipher_hd_t cipher;
    if (gcry_cipher_open(&cipher, GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_GCM, 0))
        return -1;
    int error = gcry_cipher_setkey(cipher, key, 32) || gcry_cipher_setiv(cipher, iv, 12) ||
                gcry_cipher_decrypt(cipher, data, n, NULL, 0) ||
                gcry_cipher_checktag(cipher, tag, 16);
    gcry_cipher_close(cipher);
    return error;
}

/* Made here and, if all is well, used elsewhere. */
EVP_CIPHER_CTX *good_begin(const unsigned char *key, const unsigned char *iv,
                           const unsigned char *in, int n, unsigned char *out) {
    int size = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (EVP_DecryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, iv) &&
        EVP_DecryptUpdate(context, out, &size, in, n))
        return context;
    EVP_CIPHER_CTX_free(context);
    return NULL;
}

/* What is returned is given up if the tag does not fit: in a variable that others write to, */
int good_given_up(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n,
                  unsigned char *tag, unsigned char *out) {
    int size = -1, rest;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv) == 1)
        EVP_DecryptUpdate(context, out, &size, in, n);
    EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, 16, tag);
    if (EVP_DecryptFinal_ex(context, out + size, &rest) != 1)
        size = -1;
    EVP_CIPHER_CTX_free(context);
    return size;
}

/* and in one that is looked at before. */
int good_summed(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n,
                unsigned char *tag, unsigned char *out) {
    int size = 0, rest = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!EVP_DecryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, iv) ||
        !EVP_DecryptUpdate(context, out, &size, in, n) ||
        !EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, 16, tag))
        size = 0;
    else if (EVP_DecryptFinal_ex(context, out + size, &rest) > 0)
        size += rest;
    else
        size = 0;
    EVP_CIPHER_CTX_free(context);
    return size;
}

/* Given up is what nobody gets. */
int bad_given_up(const unsigned char *key, const unsigned char *iv, const unsigned char *in, int n,
                 unsigned char *tag, unsigned char *out) {
    int size = -1, rest = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv) == 1)
        EVP_DecryptUpdate(context, out, &size, in, n);
    EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, 16, tag);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    if (EVP_DecryptFinal_ex(context, out + size, &rest) != 1)
        rest = -1;
    EVP_CIPHER_CTX_free(context);
    return size;
}
