/* C++: the wrapper returns what the library said, and its callers read it. */
#include <cstddef>
#include <openssl/evp.h>

class Gate {
  public:
    explicit Gate(EVP_MD_CTX *context) : context(context) {}

    bool bad_open(const unsigned char *signature, std::size_t size) {
        return ask_loosely(signature, size) != 0;
    }
    bool good_open(const unsigned char *signature, std::size_t size) {
        return ask(signature, size) == 1;
    }

  private:
    int ask(const unsigned char *signature, std::size_t size) {
        return EVP_DigestVerifyFinal(context, signature, size);
    }
    int ask_loosely(const unsigned char *signature, std::size_t size) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
        return EVP_DigestVerifyFinal(context, signature, size);
    }
    EVP_MD_CTX *context;
};

int run(EVP_MD_CTX *context, const unsigned char *signature, std::size_t size) {
    Gate gate(context);
    return gate.bad_open(signature, size) + gate.good_open(signature, size);
}
