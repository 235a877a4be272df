/* NSS turns versions and suites on one by one. */
typedef enum { SECFailure = -1, SECSuccess = 0 } SECStatus;
typedef int PRBool;
typedef struct PRFileDesc PRFileDesc;
typedef struct {
    unsigned short min, max;
} SSLVersionRange;

enum { SSL_SECURITY = 1, SSL_ENABLE_SSL3 = 8 };
enum { TLS_RSA_WITH_NULL_SHA = 0x0002, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 = 0xc02f };

SECStatus SSL_OptionSet(PRFileDesc *socket, int option, int value);
SECStatus SSL_CipherPrefSet(PRFileDesc *socket, int suite, PRBool enabled);
SECStatus SSL_VersionRangeSet(PRFileDesc *socket, const SSLVersionRange *range);

int bad_option(PRFileDesc *socket) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    return SSL_OptionSet(socket, SSL_ENABLE_SSL3, 1);
}

int good_option(PRFileDesc *socket) {
    return SSL_OptionSet(socket, SSL_ENABLE_SSL3, 0) || SSL_OptionSet(socket, SSL_SECURITY, 1);
}

static int turn(PRFileDesc *socket, const int *suites, int n, PRBool on) {
    for (int i = 0; i < n; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
        if (SSL_CipherPrefSet(socket, suites[i], on))
            return 0;
    return 1;
}

int bad_suites(PRFileDesc *socket) {
    static const int suites[] = {TLS_RSA_WITH_NULL_SHA};
    return turn(socket, suites, 1, 1);
}

int good_suites(PRFileDesc *socket) {
    return SSL_CipherPrefSet(socket, TLS_RSA_WITH_NULL_SHA, 0) ||
           SSL_CipherPrefSet(socket, TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, 1);
}

int bad_range(PRFileDesc *socket) {
    SSLVersionRange range = {0x0300, 0x0303};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    return SSL_VersionRangeSet(socket, &range);
}

int good_range(PRFileDesc *socket) {
    SSLVersionRange range = {0x0303, 0x0304};
    return SSL_VersionRangeSet(socket, &range);
}
