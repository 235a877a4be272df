// A level of security that stands in the list, behind a keyword.
#include <openssl/ssl.h>

bool bad_level(SSL_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}DEFAULT@SECLEVEL=0{{.*}}[vitrine: crypto/weak-tls]}}
    return SSL_CTX_set_cipher_list(context, "DEFAULT@SECLEVEL=0") == 1;
}

bool good_level(SSL_CTX *context) {
    return SSL_CTX_set_cipher_list(context, "DEFAULT@SECLEVEL=2") == 1;
}
