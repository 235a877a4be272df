/* Protocol versions: by method, by number, by option. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <curl/curl.h>
#include <getopt.h>
#include <openssl/ssl.h>

SSL_CTX *bad_method(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    return SSL_CTX_new(TLSv1_client_method());
}

void bad_lowest(SSL_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    SSL_CTX_set_min_proto_version(context, SSL3_VERSION);
}

void bad_highest(SSL *ssl) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    SSL_set_max_proto_version(ssl, TLS1_1_VERSION);
}

void bad_option(CURL *curl) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_SSLv3);
}

SSL_CTX *good_method(void) {
    return SSL_CTX_new(TLS_client_method());
}

void good_lowest(SSL_CTX *context) {
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
}

void good_highest(SSL *ssl) {
    SSL_set_max_proto_version(ssl, TLS1_2_VERSION);
}

void good_option(CURL *curl) {
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
    curl_easy_setopt(curl, CURLOPT_SSL_CIPHER_LIST, "HIGH:!aNULL:!3DES");
}

/* For old devices, if the user says so. */
int main(int argc, char **argv) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    int lowest = TLS1_2_VERSION;
    if (getopt(argc, argv, "o") == 'o')
        lowest = TLS1_VERSION;
    SSL_CTX_set_min_proto_version(context, lowest);
    return context == NULL;
}
