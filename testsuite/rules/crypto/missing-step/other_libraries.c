/* The same steps in other libraries. */
#include <gcrypt.h>
#include <gnutls/crypto.h>
#include <mbedtls/md.h>
#include <nettle/hmac.h>
#include <sodium.h>
#include <string.h>

int bad_gcrypt(const unsigned char *key, unsigned char *out) {
    gcry_mac_hd_t mac;
    size_t size = 32;
    if (gcry_mac_open(&mac, GCRY_MAC_HMAC_SHA256, 0, NULL) || gcry_mac_setkey(mac, key, 32))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    int ok = !gcry_mac_read(mac, out, &size);
    gcry_mac_close(mac);
    return ok;
}

int good_gcrypt(const unsigned char *key, const void *data, size_t n, unsigned char *out) {
    gcry_mac_hd_t mac;
    size_t size = 32;
    if (gcry_mac_open(&mac, GCRY_MAC_HMAC_SHA256, 0, NULL) || gcry_mac_setkey(mac, key, 32))
        return 0;
    int ok = !gcry_mac_write(mac, data, n) && !gcry_mac_read(mac, out, &size);
    gcry_mac_close(mac);
    return ok;
}

int bad_mbedtls(const unsigned char *key, const unsigned char *data, size_t n, unsigned char *out) {
    mbedtls_md_context_t context;
    mbedtls_md_init(&context);
    (void)data;
    if (mbedtls_md_setup(&context, mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), 1) ||
        mbedtls_md_hmac_starts(&context, key, 32) || !n)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    return mbedtls_md_hmac_finish(&context, out);
}

int good_mbedtls(const unsigned char *key, const unsigned char *data, size_t n,
                 unsigned char *out) {
    mbedtls_md_context_t context;
    mbedtls_md_init(&context);
    if (mbedtls_md_setup(&context, mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), 1) ||
        mbedtls_md_hmac_starts(&context, key, 32) || mbedtls_md_hmac_update(&context, data, n))
        return -1;
    return mbedtls_md_hmac_finish(&context, out);
}

struct page {
    crypto_auth_hmacsha256_state state;
    unsigned char mac[32];
};

void bad_sodium(struct page *page, const unsigned char *key) {
    crypto_auth_hmacsha256_init(&page->state, key, 32);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    crypto_auth_hmacsha256_final(&page->state, page->mac);
}

void good_sodium(struct page *page, const unsigned char *key, const unsigned char *const *lines,
                 const size_t *sizes, size_t n) {
    crypto_auth_hmacsha256_init(&page->state, key, 32);
    for (size_t i = 0; i < n; i++)
        crypto_auth_hmacsha256_update(&page->state, lines[i], sizes[i]);
    crypto_auth_hmacsha256_final(&page->state, page->mac);
}

int bad_gnutls(const void *key, void *out) {
    gnutls_hmac_hd_t mac;
    if (gnutls_hmac_init(&mac, GNUTLS_MAC_SHA256, key, 32) < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    gnutls_hmac_output(mac, out);
    gnutls_hmac_deinit(mac, NULL);
    return 0;
}

int good_gnutls(const void *key, const void *data, size_t n, void *out) {
    gnutls_hmac_hd_t mac;
    if (gnutls_hmac_init(&mac, GNUTLS_MAC_SHA256, key, 32) < 0)
        return -1;
    if (gnutls_hmac(mac, data, n) < 0) {
        gnutls_hmac_deinit(mac, NULL);
        return -1;
    }
    gnutls_hmac_deinit(mac, out);
    return 0;
}

void bad_nettle(const uint8_t *key, uint8_t *out) {
    struct hmac_sha256_ctx context;
    hmac_sha256_set_key(&context, 32, key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    hmac_sha256_digest(&context, 32, out);
}

void good_nettle(const uint8_t *key, const uint8_t *data, size_t n, uint8_t *out) {
    struct hmac_sha256_ctx context;
    hmac_sha256_set_key(&context, 32, key);
    hmac_sha256_update(&context, n, data);
    hmac_sha256_digest(&context, 32, out);
}
