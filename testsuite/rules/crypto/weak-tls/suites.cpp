/* C++: cipher suites by name. What stands behind '!' is forbidden, not used. */
#include <openssl/ssl.h>

namespace {

struct Profile {
    const char *suites;
    int lowest;
};

constexpr Profile legacy{"RC4-SHA:DES-CBC3-SHA:eNULL", TLS1_VERSION};
constexpr Profile modern{"ECDHE+AESGCM:ECDHE+CHACHA20:!aNULL:!eNULL:!RC4:!MD5", TLS1_2_VERSION};

} // namespace

SSL_CTX *bad_context() {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    SSL_CTX_set_min_proto_version(context, legacy.lowest);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    SSL_CTX_set_cipher_list(context, legacy.suites);
    return context;
}

SSL_CTX *good_context() {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_min_proto_version(context, modern.lowest);
    SSL_CTX_set_cipher_list(context, modern.suites);
    return context;
}

SSL_CTX *bad_anonymous() {
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    SSL_CTX_set_cipher_list(context, "ALL:aNULL:!LOW:!EXPORT:@STRENGTH");
    return context;
}

SSL_CTX *good_all() {
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    SSL_CTX_set_cipher_list(context, "ALL:+RC4:!aNULL:!eNULL:!LOW:!EXP:!RC4:!3DES:@STRENGTH");
    return context;
}

void bad_left_over(SSL_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    SSL_CTX_set_cipher_list(context, "EXPORT:HIGH:!aNULL");
}
