#include <gnutls/crypto.h>
#include <stddef.h>

struct recipe {
    gnutls_cipher_algorithm_t cipher;
    gnutls_digest_algorithm_t digest;
};

int bad_close(const struct recipe *recipe, gnutls_datum_t *key, gnutls_datum_t *iv, void *data,
              size_t size) {
    gnutls_cipher_hd_t cipher;
    // report@+1: crypto/weak-algorithm
    if (gnutls_cipher_init(&cipher, recipe->cipher, key, iv) < 0)
        return -1;
    return gnutls_cipher_encrypt(cipher, data, size);
}
