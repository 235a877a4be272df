/* The result is there, and "success" takes its place. */
#include <openssl/evp.h>
#include <openssl/x509_vfy.h>
#include <stdio.h>
#include <time.h>

int bad_repaired(X509_STORE_CTX *store) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    int ok = X509_verify_cert(store);
    if (ok <= 0) {
        fprintf(stderr, "chain: error\n");
        ok = 1;
    }
    return ok;
}

int good_repaired(X509_STORE_CTX *store) {
    int ok = X509_verify_cert(store);
    if (ok < 0) {
        fprintf(stderr, "chain: error\n");
        ok = 0;
    }
    return ok;
}

struct image {
    const unsigned char *data;
    size_t size, nsignature;
    const unsigned char *signature;
};

/* One way to the end goes round the check. */
int bad_round(EVP_MD_CTX *context, const struct image *image) {
    int status = 0;
    if (image->size < 16)
        return -1;
    if (time(NULL) % 86400 < 600)
        goto done;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    if (EVP_DigestVerify(context, image->signature, image->nsignature, image->data, image->size) !=
        1)
        status = -1;
done:
    return status;
}

int good_round(EVP_MD_CTX *context, const struct image *image) {
    int status = -1;
    if (image->size < 16)
        goto done;
    if (time(NULL) % 86400 < 600)
        goto done;
    if (EVP_DigestVerify(context, image->signature, image->nsignature, image->data, image->size) !=
        1)
        goto done;
    status = 0;
done:
    return status;
}

int bad_inverted(EVP_MD_CTX *context, const struct image *image) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    if (EVP_DigestVerify(context, image->signature, image->nsignature, image->data, image->size) ==
        1)
        return -1;
    return 0;
}
