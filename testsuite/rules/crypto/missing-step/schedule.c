/* A schedule of keys has the digest of nothing beside that of a message, as TLS 1.3 does; a digest
 * that is begun anew behind the message says nothing about it. */
#include <openssl/evp.h>

struct schedule {
    unsigned char early[32], message[32];
};

int good_schedule(struct schedule *schedule, EVP_MD_CTX *context, const void *text, size_t size) {
    return EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1 &&
           EVP_DigestFinal_ex(context, schedule->early, NULL) == 1 &&
           EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1 &&
           EVP_DigestUpdate(context, text, size) == 1 &&
           EVP_DigestFinal_ex(context, schedule->message, NULL) == 1;
}

int bad_schedule(struct schedule *schedule, EVP_MD_CTX *context, const void *text, size_t size) {
    return EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1 &&
           EVP_DigestUpdate(context, text, size) == 1 &&
           EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1 &&
           // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
           EVP_DigestFinal_ex(context, schedule->message, NULL) == 1;
}
