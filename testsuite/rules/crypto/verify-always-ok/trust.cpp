/* C++: a callback object's static member, and one that asks a setting. */
#include <cstdlib>
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

class Trust {
  public:
    static int always(int, X509_STORE_CTX *store) {
        X509_STORE_CTX_set_error(store, X509_V_OK);
        return 1;
    }
    static int pinned(int ok, X509_STORE_CTX *store) {
        return ok && X509_STORE_CTX_get_error_depth(store) < 3 ? 1 : 0;
    }
    static int configured(int ok, X509_STORE_CTX *) {
        if (std::getenv("TRUST_ANYBODY"))
            return 1;
        return ok;
    }
};

void bad_static(X509_STORE *store) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    X509_STORE_set_verify_cb(store, &Trust::always);
}

void good_static(X509_STORE *store) {
    X509_STORE_set_verify_cb(store, &Trust::pinned);
}

void good_setting(X509_STORE *store) {
    X509_STORE_set_verify_cb(store, &Trust::configured);
}

void bad_lambda(SSL_CTX *context) {
    auto judge = [](int, X509_STORE_CTX *) { return 1; };
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-always-ok]}}
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, +judge);
}

void good_lambda(SSL_CTX *context) {
    auto judge = [](int ok, X509_STORE_CTX *) { return ok; };
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, +judge);
}
