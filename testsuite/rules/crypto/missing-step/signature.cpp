/* A signature over a message that never reaches it. */
#include <openssl/evp.h>

#include <string>

class Signer {
  public:
    explicit Signer(EVP_PKEY *key) : context(EVP_MD_CTX_new()) {
        EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key);
    }
    ~Signer() {
        EVP_MD_CTX_free(context);
    }
    void add(const std::string &text) {
        EVP_DigestSignUpdate(context, text.data(), text.size());
    }
    int end(unsigned char *signature, size_t *size) {
        return EVP_DigestSignFinal(context, signature, size);
    }

  private:
    EVP_MD_CTX *context;
};

int good_sign(EVP_PKEY *key, const std::string &text, unsigned char *signature, size_t *size) {
    Signer signer(key);
    signer.add(text);
    return signer.end(signature, size);
}

int bad_sign(EVP_PKEY *key, const std::string &text, unsigned char *signature, size_t *size) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    std::string line = text + "\n";
    if (EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key) != 1)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    int ok = EVP_DigestSignFinal(context, signature, size);
    EVP_MD_CTX_free(context);
    return ok;
}

int bad_verify(EVP_PKEY *key, const unsigned char *signature, size_t size) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int ok = EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key) == 1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    ok = ok && EVP_DigestVerifyFinal(context, signature, size) == 1;
    EVP_MD_CTX_free(context);
    return ok;
}

int good_verify(EVP_PKEY *key, const std::string &text, const unsigned char *signature,
                size_t size) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int ok = EVP_DigestVerifyInit(context, nullptr, EVP_sha256(), nullptr, key) == 1 &&
             EVP_DigestVerifyUpdate(context, text.data(), text.size()) == 1 &&
             EVP_DigestVerifyFinal(context, signature, size) == 1;
    EVP_MD_CTX_free(context);
    return ok;
}
