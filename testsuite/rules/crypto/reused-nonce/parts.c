/* A message in two parts. */
#include <openssl/evp.h>
#include <sodium.h>

struct keys {
    unsigned char in[32], out[32];
};

int bad_two_parts(unsigned char *out, const unsigned char *head, const unsigned char *body,
                  size_t size, const unsigned char *key, unsigned char nonce[24]) {
    randombytes_buf(nonce, 24);
    if (crypto_secretbox_easy(out, head, 64, nonce, key))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return crypto_secretbox_easy(out + 80, body, size, nonce, key);
}

int good_two_parts(unsigned char *out, const unsigned char *head, const unsigned char *body,
                   size_t size, const unsigned char *key, unsigned char nonce[48]) {
    randombytes_buf(nonce, 48);
    if (crypto_secretbox_easy(out, head, 64, nonce, key))
        return -1;
    return crypto_secretbox_easy(out + 80, body, size, nonce + 24, key);
}

int good_two_keys(unsigned char *out, const unsigned char *head, const unsigned char *body,
                  size_t size, const struct keys *keys, unsigned char nonce[24]) {
    randombytes_buf(nonce, 24);
    if (crypto_secretbox_easy(out, head, 64, nonce, keys->in))
        return -1;
    return crypto_secretbox_easy(out + 80, body, size, nonce, keys->out);
}

/* Only one of the two is done. */
int good_either(unsigned char *out, const unsigned char *head, const unsigned char *body,
                size_t size, const unsigned char *key, unsigned char nonce[24], int kind) {
    randombytes_buf(nonce, 24);
    if (kind == 2)
        return crypto_secretbox_easy(out, head, 64, nonce, key);
    return crypto_secretbox_easy(out, body, size, nonce, key);
}

int good_case(unsigned char *out, const unsigned char *head, const unsigned char *body, size_t size,
              const unsigned char *key, unsigned char nonce[24], int kind) {
    int done = -1;
    randombytes_buf(nonce, 24);
    switch (kind) {
    case 1:
        done = crypto_secretbox_easy(out, head, 64, nonce, key);
        break;
    case 2:
        done = crypto_secretbox_easy(out, body, size, nonce, key);
        break;
    }
    return done;
}

int good_counted(unsigned char *out, const unsigned char *head, const unsigned char *body,
                 size_t size, const unsigned char *key, unsigned char nonce[24]) {
    randombytes_buf(nonce, 24);
    if (crypto_secretbox_easy(out, head, 64, nonce, key))
        return -1;
    sodium_increment(nonce, 24);
    return crypto_secretbox_easy(out + 80, body, size, nonce, key);
}

/* The context is begun anew, with what it was begun with. */
int bad_begun_again(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *nonce,
                    const unsigned char *one, const unsigned char *other, unsigned char *out) {
    int size;
    if (EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, nonce) != 1 ||
        EVP_EncryptUpdate(context, out, &size, one, 64) != 1)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    if (EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, nonce) != 1)
        return -1;
    return EVP_EncryptUpdate(context, out + 64, &size, other, 64) == 1 ? 0 : -1;
}

/* The first call chooses the cipher, the second brings key and nonce. */
int good_begun_in_steps(EVP_CIPHER_CTX *context, const unsigned char *key,
                        const unsigned char *nonce) {
    if (EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, NULL, NULL) != 1 ||
        EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_IVLEN, 16, NULL) != 1)
        return -1;
    return EVP_EncryptInit_ex(context, NULL, NULL, key, nonce);
}
