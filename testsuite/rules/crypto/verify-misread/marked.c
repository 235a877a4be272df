/* What a check found is kept in a global for those who ask later. */
#include <openssl/evp.h>
#include <stdio.h>
#include <syslog.h>

struct session {
    size_t size;
    int is_genuine;
} session;

void good_mark(EVP_MD_CTX *ctx, const unsigned char *sig, size_t size) {
    if (EVP_DigestVerifyFinal(ctx, sig, size) == 1)
        session.is_genuine = 1;
}

/* Here only the log is told. */
void bad_log(EVP_MD_CTX *ctx, const unsigned char *sig, size_t size) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    if (EVP_DigestVerifyFinal(ctx, sig, size) == 1)
        syslog(LOG_INFO, "genuine");
}
