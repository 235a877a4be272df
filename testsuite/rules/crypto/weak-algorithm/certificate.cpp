/* C++: an issuer object keeps the digest it signs certificates with. */
#include <openssl/evp.h>
#include <openssl/x509.h>

namespace {

class Issuer {
  public:
    Issuer(EVP_PKEY *key, const EVP_MD *digest) : key_(key), digest_(digest) {}
    EVP_PKEY *key() const {
        return key_;
    }
    const EVP_MD *digest() const {
        return digest_;
    }

  private:
    EVP_PKEY *key_;
    const EVP_MD *digest_;
};

} // namespace

bool bad_issue(X509 *certificate, EVP_PKEY *key) {
    Issuer issuer(key, EVP_sha1());
    X509_gmtime_adj(X509_getm_notAfter(certificate), 86400);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return X509_sign(certificate, issuer.key(), issuer.digest()) > 0;
}

bool good_issue(X509 *certificate, EVP_PKEY *key) {
    Issuer issuer(key, EVP_sha384());
    X509_gmtime_adj(X509_getm_notAfter(certificate), 86400);
    return X509_sign(certificate, issuer.key(), issuer.digest()) > 0;
}
