// A family of which only one mode and size are declared; names spelled another way.
#include <openssl/evp.h>

class Digest {
  public:
    explicit Digest(const char *name) : digest_(EVP_get_digestbyname(name)) {}

    bool begin(EVP_MD_CTX *ctx) const {
        return EVP_DigestInit_ex(ctx, digest_, nullptr) == 1;
    }

  private:
    const EVP_MD *digest_;
};

bool good_digest(EVP_MD_CTX *ctx) {
    return Digest("sha256").begin(ctx);
}

int good_mode(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *nonce) {
    return EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), nullptr, key, nonce);
}

int bad_mode(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv) {
    // expected-warning-re@+1 {{{{.*}}uses AES-128-CTR{{.*}}[vitrine: crypto/undeclared-algorithm]}}
    return EVP_EncryptInit_ex(ctx, EVP_aes_128_ctr(), nullptr, key, iv);
}
