/* Versions of TLS and suites: declared by name, and not. */
#include <openssl/ssl.h>

SSL_CTX *good_settings(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (!SSL_CTX_set_min_proto_version(context, TLS1_3_VERSION) ||
        !SSL_CTX_set_ciphersuites(context, "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"))
        return NULL;
    return context;
}

SSL_CTX *bad_version(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    // expected-warning-re@+1 {{{{.*}}TLS 1.2{{.*}}[vitrine: crypto/undeclared-algorithm]}}
    return SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION) ? context : NULL;
}

SSL_CTX *bad_suite(void) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    // expected-warning-re@+1 {{{{.*}}ECDHE-RSA{{.*}}[vitrine: crypto/undeclared-algorithm]}}
    if (!SSL_CTX_set_cipher_list(context,
                                 "HIGH:!aNULL:!CAMELLIA128-SHA:ECDHE-RSA-AES128-GCM-SHA256"))
        return NULL;
    return context;
}
