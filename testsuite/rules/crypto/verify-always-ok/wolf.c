/* Callbacks of wolfSSL, whose headers are not everywhere. */
#include <stdio.h>

typedef struct WOLFSSL WOLFSSL;
typedef struct WOLFSSL_CTX WOLFSSL_CTX;
typedef struct WOLFSSL_CERT_MANAGER WOLFSSL_CERT_MANAGER;
typedef struct WOLFSSL_X509_STORE_CTX WOLFSSL_X509_STORE_CTX;
typedef int (*VerifyCallback)(int ok, WOLFSSL_X509_STORE_CTX *store);
void wolfSSL_CTX_set_verify(WOLFSSL_CTX *context, int mode, VerifyCallback f);
void wolfSSL_set_verify(WOLFSSL *ssl, int mode, VerifyCallback f);
void wolfSSL_CertManagerSetVerify(WOLFSSL_CERT_MANAGER *manager, VerifyCallback f);

static int observe(int ok, WOLFSSL_X509_STORE_CTX *store) {
    (void)store;
    if (!ok)
        puts("unusual");
    return 1;
}

void bad_context(WOLFSSL_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    wolfSSL_CTX_set_verify(context, 1, observe);
}

static int shrug(int ok, WOLFSSL_X509_STORE_CTX *store) {
    if (store && ok != 1)
        ok = 1;
    else
        ok = 1;
    return ok;
}

void bad_manager(WOLFSSL_CERT_MANAGER *manager) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    wolfSSL_CertManagerSetVerify(manager, shrug);
}

static struct {
    int mode;
    VerifyCallback judge;
} settings = {1, observe};

void bad_setting(WOLFSSL *ssl) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    wolfSSL_set_verify(ssl, settings.mode, settings.judge);
}

/* ---- Others ------------------------------------------------------------------------------ */

static int hand_on(int ok, WOLFSSL_X509_STORE_CTX *store) {
    (void)store;
    if (!ok)
        puts("refused");
    return ok;
}

void good_context(WOLFSSL_CTX *context) {
    wolfSSL_CTX_set_verify(context, 1, hand_on);
}

void good_manager(WOLFSSL_CERT_MANAGER *manager) {
    wolfSSL_CertManagerSetVerify(manager, hand_on);
}
