/* Authentication tags, of which a few bytes alone are made or asked for. */
#include <gcrypt.h>
#include <mbedtls/gcm.h>
#include <openssl/evp.h>
#include <string.h>

/* Made, and cut to four bytes: one message in 2^32 is taken for a true one. */
int bad_asked(EVP_CIPHER_CTX *cipher, unsigned char *out) {
    int n;
    if (EVP_EncryptFinal_ex(cipher, out, &n) != 1)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, 4, out + n);
}

int good_asked(EVP_CIPHER_CTX *cipher, unsigned char *out) {
    int n;
    if (EVP_EncryptFinal_ex(cipher, out, &n) != 1)
        return -1;
    return EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, 16, out + n);
}

/* The size stands in a profile. */
struct profile {
    size_t nkey, ntag;
};

static const struct profile small = {16, 6}, full = {32, 16};

static int check_tag(gcry_cipher_hd_t cipher, const struct profile *profile, const void *tag) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return gcry_cipher_checktag(cipher, tag, profile->ntag) == 0;
}

int bad_profile(gcry_cipher_hd_t cipher, const void *tag) {
    return check_tag(cipher, &small, tag);
}

int good_profile(gcry_cipher_hd_t cipher, const void *tag) {
    return gcry_cipher_checktag(cipher, tag, full.ntag) == 0;
}

int bad_opened(mbedtls_gcm_context *gcm, const unsigned char *frame, unsigned char *out) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return mbedtls_gcm_auth_decrypt(gcm, 64, frame, 12, NULL, 0, frame + 12, 4, frame + 16, out);
}

/* Eight are what CCM_8 of TLS and ESP have; the arguments beside it are small, too. */
int good_opened(mbedtls_gcm_context *gcm, const unsigned char *frame, unsigned char *out) {
    return mbedtls_gcm_auth_decrypt(gcm, 64, frame, 12, frame, 4, frame + 12, 8, frame + 20, out);
}

/* Nothing is asked but whether there is one. */
int good_reset(EVP_CIPHER_CTX *cipher) {
    return EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, 0, NULL) &&
           EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_IVLEN, 7, NULL);
}
