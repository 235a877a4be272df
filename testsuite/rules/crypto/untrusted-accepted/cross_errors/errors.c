/* Whoever judges stands in another unit than the call that registers it. */
#include "errors.h"

int judge(int ok, X509_STORE_CTX *store) {
    if (ok)
        return 1;
    // report@+1: crypto/untrusted-accepted
    if (X509_STORE_CTX_get_error(store) != X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE)
        return 0;
    return 1;
}

int judge_strictly(int ok, X509_STORE_CTX *store) {
    if (ok)
        return 1;
    if (X509_STORE_CTX_get_error(store) == X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE)
        X509_STORE_CTX_set_error(store, X509_V_ERR_CERT_REJECTED);
    return 0;
}
