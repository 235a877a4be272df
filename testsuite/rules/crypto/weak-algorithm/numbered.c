/* Algorithms that libraries count: what the number stands for decides, in the call itself or in the
 * one that passes it on. */
#include <gcrypt.h>
#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <mbedtls/cipher.h>
#include <mbedtls/pk.h>
#include <stddef.h>

int bad_backup(gnutls_datum_t *key, gnutls_datum_t *iv, void *block, size_t size) {
    gnutls_cipher_hd_t cipher;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    if (gnutls_cipher_init(&cipher, GNUTLS_CIPHER_3DES_CBC, key, iv) < 0)
        return -1;
    return gnutls_cipher_encrypt(cipher, block, size);
}

int good_backup(gnutls_datum_t *key, gnutls_datum_t *iv, void *block, size_t size) {
    gnutls_cipher_hd_t cipher;
    if (gnutls_cipher_init(&cipher, GNUTLS_CIPHER_CAMELLIA_256_CBC, key, iv) < 0)
        return -1;
    return gnutls_cipher_encrypt(cipher, block, size);
}

int bad_stamp(gnutls_privkey_t key, const gnutls_datum_t *page, gnutls_datum_t *seal) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return gnutls_privkey_sign_data(key, GNUTLS_DIG_MD5, 0, page, seal);
}

int good_stamp(gnutls_privkey_t key, const gnutls_datum_t *page, gnutls_datum_t *seal) {
    return gnutls_privkey_sign_data(key, GNUTLS_DIG_SHA384, 0, page, seal);
}

/* Whatever its callers ask for: nobody here asks for anything broken. */
static int open_any(gcry_cipher_hd_t *cipher, int algorithm, int mode) {
    return (int)gcry_cipher_open(cipher, algorithm, mode, 0);
}

int good_volume(gcry_cipher_hd_t *cipher) {
    return open_any(cipher, GCRY_CIPHER_TWOFISH, GCRY_CIPHER_MODE_XTS);
}

/* A library's own front: which one it is nobody in this program says. */
int good_front(gcry_md_hd_t *digest, gcry_cipher_hd_t *cipher, int hash, int algorithm, int mode) {
    if (gcry_md_open(digest, hash, GCRY_MD_FLAG_HMAC))
        return -1;
    return (int)gcry_cipher_open(cipher, algorithm, mode, GCRY_CIPHER_SECURE);
}

static int open_named(gcry_cipher_hd_t *cipher, int algorithm, int mode) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return (int)gcry_cipher_open(cipher, algorithm, mode, 0);
}

int bad_volume(gcry_cipher_hd_t *cipher) {
    return open_named(cipher, GCRY_CIPHER_RFC2268_40, GCRY_CIPHER_MODE_CBC);
}

int bad_record(mbedtls_cipher_context_t *cipher, const unsigned char *key) {
    const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_type(MBEDTLS_CIPHER_AES_256_ECB);
    if (mbedtls_cipher_setup(cipher, info))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return mbedtls_cipher_setkey(cipher, key, 256, MBEDTLS_ENCRYPT);
}

int good_record(mbedtls_cipher_context_t *cipher, const unsigned char *key) {
    const mbedtls_cipher_info_t *info = mbedtls_cipher_info_from_type(MBEDTLS_CIPHER_AES_256_GCM);
    if (mbedtls_cipher_setup(cipher, info))
        return -1;
    return mbedtls_cipher_setkey(cipher, key, 256, MBEDTLS_ENCRYPT);
}

/* Formats of many years: which one it is stands in the file. */
static int number_of(int letter) {
    switch (letter) {
    case 'd':
        return GCRY_CIPHER_3DES;
    case 'c':
        return GCRY_CIPHER_CAST5;
    case 'a':
        return GCRY_CIPHER_AES128;
    case 's':
        return GCRY_CIPHER_SERPENT256;
    default:
        return GCRY_CIPHER_AES256;
    }
}

int good_read(gcry_cipher_hd_t *cipher, const unsigned char *head) {
    return (int)gcry_cipher_open(cipher, number_of(head[3]), GCRY_CIPHER_MODE_CFB, 0);
}
