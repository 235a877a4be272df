/* What was found against a certificate is asked for by number. */
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>
#include <stdio.h>
#include <string.h>

static int bad_judge(int ok, X509_STORE_CTX *store) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    int error = X509_STORE_CTX_get_error(store);
    if (!ok && (error == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT ||
                error == X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN))
        return 1;
    return ok;
}

static int bad_cases(int ok, X509_STORE_CTX *store) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    switch (X509_STORE_CTX_get_error(store)) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
        X509_STORE_CTX_set_error(store, X509_V_OK);
        ok = 1;
        break;
    default:
        break;
    }
    return ok;
}

/* Who vouched has taken that back, or no longer tells whether he did. */
static int bad_old(int ok, X509_STORE_CTX *store) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    if (X509_STORE_CTX_get_error(store) == X509_V_ERR_CERT_HAS_EXPIRED)
        return 1;
    return ok;
}

static volatile int clock_is_set;

/* Without a clock nobody can tell what is too old. */
static int good_old(int ok, X509_STORE_CTX *store) {
    if (!clock_is_set && X509_STORE_CTX_get_error(store) == X509_V_ERR_CERT_HAS_EXPIRED)
        return 1;
    return ok;
}

static int good_told(int ok, X509_STORE_CTX *store) {
    if (X509_STORE_CTX_get_error(store) == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT)
        fputs("the certificate is signed by itself\n", stderr);
    return ok;
}

static const unsigned char *pinned;

/* This one, and no other, was given to the user beforehand. */
static int good_pinned(int ok, X509_STORE_CTX *store) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (X509_STORE_CTX_get_error(store) != X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT)
        return ok;
    if (!X509_digest(X509_STORE_CTX_get_current_cert(store), EVP_sha256(), digest, NULL))
        return 0;
    return memcmp(digest, pinned, 32) == 0 ? 1 : 0;
}

void prepare(SSL_CTX *contexts[5]) {
    SSL_CTX_set_verify(contexts[0], SSL_VERIFY_PEER, bad_judge);
    SSL_CTX_set_verify(contexts[1], SSL_VERIFY_PEER, bad_cases);
    SSL_CTX_set_verify(contexts[2], SSL_VERIFY_PEER, bad_old);
    SSL_CTX_set_verify(contexts[3], SSL_VERIFY_PEER, good_old);
    SSL_CTX_set_verify(contexts[3], SSL_VERIFY_PEER, good_told);
    SSL_CTX_set_verify(contexts[4], SSL_VERIFY_PEER, good_pinned);
}

int bad_afterwards(SSL *ssl) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    long result = SSL_get_verify_result(ssl);
    if (result == X509_V_OK || result == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT)
        return 0;
    return -1;
}

int good_afterwards(SSL *ssl) {
    long result = SSL_get_verify_result(ssl);
    if (result == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT)
        return -2;
    return result == X509_V_OK ? 0 : -1;
}
