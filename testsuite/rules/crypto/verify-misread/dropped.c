/* The check is made, and nobody cares. */
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <security/pam_appl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

int bad_dropped(EVP_MD_CTX *context, const unsigned char *signature, const unsigned char *data,
                size_t size) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    EVP_DigestVerify(context, signature, 256, data, size);
    return fwrite(data, 1, size, stdout) == size ? 0 : -1;
}

int bad_only_told(unsigned char *text, const unsigned char *box, size_t size,
                  const unsigned char *nonce, const unsigned char *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    if (crypto_secretbox_open_easy(text, box, size, nonce, key) != 0)
        fprintf(stderr, "box: not genuine\n");
    return fwrite(text, 1, size - crypto_secretbox_MACBYTES, stdout) > 0 ? 0 : -1;
}

int bad_printed(SSL *ssl) {
    if (SSL_connect(ssl) != 1)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    long result = SSL_get_verify_result(ssl);
    fprintf(stderr, "verification: %ld\n", result);
    return SSL_write(ssl, "hello", 5);
}

int bad_overwritten(pam_handle_t *pam) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    int result = pam_authenticate(pam, 0);
    result = pam_acct_mgmt(pam, 0);
    return result == PAM_SUCCESS ? 0 : -1;
}

int good_used(EVP_MD_CTX *context, const unsigned char *signature, const unsigned char *data,
              size_t size) {
    if (EVP_DigestVerify(context, signature, 256, data, size) != 1)
        return -1;
    return fwrite(data, 1, size, stdout) == size ? 0 : -1;
}

int good_told(unsigned char *text, const unsigned char *box, size_t size,
              const unsigned char *nonce, const unsigned char *key) {
    if (crypto_secretbox_open_easy(text, box, size, nonce, key) != 0) {
        fprintf(stderr, "box: not genuine\n");
        return -1;
    }
    return fwrite(text, 1, size - crypto_secretbox_MACBYTES, stdout) > 0 ? 0 : -1;
}

int good_both(pam_handle_t *pam) {
    int result = pam_authenticate(pam, 0);
    if (result == PAM_SUCCESS)
        result = pam_acct_mgmt(pam, 0);
    return result == PAM_SUCCESS ? 0 : -1;
}

/* Why a check failed is asked, by whom its outcome was told. */
static int good_reason(int ok, X509_STORE_CTX *store) {
    int reason = X509_STORE_CTX_get_error(store);
    if (!ok)
        fprintf(stderr, "certificate: %s\n", X509_verify_cert_error_string(reason));
    return ok;
}

static int good_saved(int ok, X509_STORE_CTX *store) {
    int saved = X509_STORE_CTX_get_error(store);
    if (ok && X509_STORE_CTX_get_error_depth(store) > 9)
        return 0;
    X509_STORE_CTX_set_error(store, saved);
    return ok;
}

void register_callbacks(SSL_CTX *one, SSL_CTX *two) {
    SSL_CTX_set_verify(one, SSL_VERIFY_PEER, good_reason);
    SSL_CTX_set_verify(two, SSL_VERIFY_PEER, good_saved);
}

/* How it came out is asked of the store. */
X509 *good_why(X509_STORE_CTX *store) {
    (void)X509_verify_cert(store);
    if (X509_STORE_CTX_get_error(store) != X509_V_OK)
        return NULL;
    return X509_STORE_CTX_get_current_cert(store);
}
