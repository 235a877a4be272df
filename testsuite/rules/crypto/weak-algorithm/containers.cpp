// Messages and private keys in the forms of PKCS: what they are encrypted with.
#include <cstdio>
#include <openssl/cms.h>
#include <openssl/objects.h>
#include <openssl/pkcs12.h>
#include <openssl/pkcs7.h>

struct Policy {
    virtual ~Policy() = default;
    virtual const EVP_CIPHER *cipher() const = 0;
};

struct Old : Policy {
    const EVP_CIPHER *cipher() const override {
        return EVP_rc2_40_cbc();
    }
};

CMS_ContentInfo *bad_mail(STACK_OF(X509) * to, BIO *in) {
    Old old;
    const Policy &policy = old;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return CMS_encrypt(to, in, policy.cipher(), CMS_BINARY);
}

CMS_ContentInfo *good_mail(STACK_OF(X509) * to, BIO *in) {
    return CMS_encrypt(to, in, EVP_aes_256_cbc(), CMS_BINARY);
}

using Choice = const EVP_CIPHER *(*)();

PKCS7 *bad_old_mail(STACK_OF(X509) * to, BIO *in) {
    Choice choose = EVP_des_cbc;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    return PKCS7_encrypt(to, in, choose(), PKCS7_BINARY);
}

struct Wrapping {
    int key, certificate, rounds, codeRounds;
};

static const Wrapping light{NID_pbe_WithSHA1And40BitRC2_CBC, NID_aes_256_cbc, 50000, 50000};
static const Wrapping strong{NID_aes_256_cbc, NID_aes_256_cbc, 100000, 100000};

bool bad_export(std::FILE *to, const char *password, EVP_PKEY *key, X509 *certificate) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    PKCS12 *made = PKCS12_create(password, "me", key, certificate, nullptr, light.key,
                                 light.certificate, light.rounds, light.codeRounds, 0);
    return made && i2d_PKCS12_fp(to, made);
}

bool good_export(std::FILE *to, const char *password, EVP_PKEY *key, X509 *certificate) {
    PKCS12 *made = PKCS12_create(password, "me", key, certificate, nullptr, strong.key,
                                 strong.certificate, strong.rounds, strong.codeRounds, 0);
    return made && i2d_PKCS12_fp(to, made);
}

// What the library takes by itself.
bool good_default(std::FILE *to, const char *password, EVP_PKEY *key, X509 *certificate) {
    PKCS12 *made = PKCS12_create(password, "me", key, certificate, nullptr, 0, 0, 0, 0, 0);
    return made && i2d_PKCS12_fp(to, made);
}
