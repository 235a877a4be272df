#include <gnutls/crypto.h>
#include <stddef.h>

struct recipe {
    gnutls_cipher_algorithm_t cipher;
    gnutls_digest_algorithm_t digest;
};

int bad_close(const struct recipe *recipe, gnutls_datum_t *key, gnutls_datum_t *iv, void *data,
              size_t size);

int bad_store(gnutls_datum_t *key, gnutls_datum_t *iv, void *data, size_t size) {
    struct recipe recipe = {.cipher = GNUTLS_CIPHER_DES_CBC, .digest = GNUTLS_DIG_SHA256};
    return bad_close(&recipe, key, iv, data, size);
}
