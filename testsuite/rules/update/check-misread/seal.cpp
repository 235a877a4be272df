/* C++: a class that verifies says what the library said; who asks takes that for a yes or no. */
#include <cstdlib>
#include <memory>
#include <openssl/evp.h>
#include <string>
#include <sys/socket.h>

namespace {

struct Free {
    void operator()(EVP_MD_CTX *context) const {
        EVP_MD_CTX_free(context);
    }
};

class Seal {
  public:
    explicit Seal(EVP_PKEY *key) : context_(EVP_MD_CTX_new()), key_(key) {}
    int verify(const std::string &text, const std::string &signature) {
        EVP_DigestVerifyInit(context_.get(), nullptr, EVP_sha256(), nullptr, key_);
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
        return EVP_DigestVerify(
            context_.get(), reinterpret_cast<const unsigned char *>(signature.data()),
            signature.size(), reinterpret_cast<const unsigned char *>(text.data()), text.size());
    }

  private:
    std::unique_ptr<EVP_MD_CTX, Free> context_;
    EVP_PKEY *key_;
};

std::string receive(int in) {
    char text[1024];
    ssize_t got = recv(in, text, sizeof text, 0);
    return std::string(text, got > 0 ? static_cast<std::size_t>(got) : 0);
}

} // namespace

int bad_seal(int in, EVP_PKEY *key) {
    Seal seal(key);
    std::string signature = receive(in), task = receive(in);
    if (!seal.verify(task, signature))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-misread]}}
    return std::system(task.c_str());
}

int good_seal(int in, EVP_PKEY *key) {
    Seal seal(key);
    std::string signature = receive(in), task = receive(in);
    if (seal.verify(task, signature) != 1)
        return -1;
    return std::system(task.c_str());
}
