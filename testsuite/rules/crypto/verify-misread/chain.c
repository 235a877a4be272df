/* Verification that is done for something else than its result, and numbers that mean no success.
 */
#include <openssl/err.h>
#include <openssl/x509_vfy.h>

/* A server sends as much of its own chain as can be built; the root is left out as a rule. */
int good_own_chain(X509_STORE *store, X509 *own, STACK_OF(X509) * *chain) {
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    if (!context || !X509_STORE_CTX_init(context, store, own, NULL))
        return 0;
    (void)X509_verify_cert(context);
    ERR_clear_error();
    *chain = X509_STORE_CTX_get1_chain(context);
    X509_STORE_CTX_free(context);
    return *chain != NULL;
}

int bad_peer(X509_STORE *store, X509 *peer) {
    X509_STORE_CTX *context = X509_STORE_CTX_new();
    if (!context || !X509_STORE_CTX_init(context, store, peer, NULL))
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    (void)X509_verify_cert(context);
    X509_STORE_CTX_free(context);
    return 1;
}
