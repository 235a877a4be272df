// Sessions that look at the answer themselves, and callbacks without a name.
#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

class Session {
  public:
    explicit Session(SSL *ssl) : ssl_(ssl) {}

    bool bad_is_trusted() const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
        switch (SSL_get_verify_result(ssl_)) {
        case X509_V_OK:
        case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
            return true;
        default:
            return false;
        }
    }

    bool bad_is_of_host() const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
        switch (SSL_get_verify_result(ssl_)) {
        case X509_V_OK:
        case X509_V_ERR_HOSTNAME_MISMATCH:
            return true;
        default:
            return false;
        }
    }

    bool good_is_trusted() const {
        switch (SSL_get_verify_result(ssl_)) {
        case X509_V_OK:
        case X509_V_ERR_INVALID_PURPOSE:
            return true;
        default:
            return false;
        }
    }

  private:
    SSL *ssl_;
};

void bad_lambda(X509_STORE *store) {
    X509_STORE_set_verify_cb(store, [](int ok, X509_STORE_CTX *found) {
        if (ok)
            return ok;
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
        int error = X509_STORE_CTX_get_error(found);
        return error == X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT ? 1 : 0;
    });
}

void good_lambda(X509_STORE *store) {
    X509_STORE_set_verify_cb(store, [](int ok, X509_STORE_CTX *found) {
        if (ok)
            return ok;
        int error = X509_STORE_CTX_get_error(found);
        return error == X509_V_ERR_UNABLE_TO_GET_CRL ? 1 : 0;
    });
}

bool bad_used(SSL *ssl) {
    return Session(ssl).bad_is_trusted() && Session(ssl).bad_is_of_host();
}

bool good_used(SSL *ssl) {
    return Session(ssl).good_is_trusted();
}
