/* Verification that is done for something else than its result, and numbers that mean no success.
 */
#include <openssl/err.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

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

/* Whether a certificate names itself as its issuer is asked, and nothing is verified by it. */
int good_rooted(X509 *own, int (*walk)(X509 *), int (*keep)(X509 *)) {
    int found;
    if (X509_check_issued(own, own) == X509_V_OK) {
        found = walk(own);
        if (found > 0 && !keep(own))
            found = -1;
        return found;
    }
    for (found = 0; found == 0 && own; own = NULL)
        found = keep(own) ? walk(own) : -1;
    return found;
}

int bad_rooted(X509 *peer, EVP_PKEY *key, int (*keep)(X509 *)) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    if (X509_verify(peer, key) == 1)
        return -1;
    return keep(peer) ? 1 : -1;
}
