// A class that can do ECB too: told where somebody takes it.
#include <openssl/evp.h>
#include <stdexcept>
#include <vector>

template <int place> class Cipher {
  public:
    enum class Mode { ecb, cbc, gcm };
    Cipher(Mode mode, const std::vector<unsigned char> &key)
        : context_(EVP_CIPHER_CTX_new()), key_(key), mode_(mode) {}
    ~Cipher() {
        EVP_CIPHER_CTX_free(context_);
    }
    Cipher(const Cipher &) = delete;

    std::vector<unsigned char> run(const std::vector<unsigned char> &in, const unsigned char *iv);

  private:
    const EVP_CIPHER *type() const {
        switch (mode_) {
        case Mode::ecb:
            return EVP_aes_128_ecb();
        case Mode::cbc:
            return EVP_aes_128_cbc();
        default:
            return EVP_aes_128_gcm();
        }
    }
    EVP_CIPHER_CTX *context_;
    std::vector<unsigned char> key_;
    Mode mode_;
};

template <>
std::vector<unsigned char> Cipher<1>::run(const std::vector<unsigned char> &in,
                                          const unsigned char *iv) {
    std::vector<unsigned char> out(in.size() + 32);
    int n = 0, m = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    if (EVP_EncryptInit_ex(context_, type(), nullptr, key_.data(), iv) != 1 ||
        EVP_EncryptUpdate(context_, out.data(), &n, in.data(), static_cast<int>(in.size())) != 1 ||
        EVP_EncryptFinal_ex(context_, out.data() + n, &m) != 1)
        throw std::runtime_error("cipher");
    out.resize(static_cast<size_t>(n + m));
    return out;
}

template <>
std::vector<unsigned char> Cipher<2>::run(const std::vector<unsigned char> &in,
                                          const unsigned char *iv) {
    std::vector<unsigned char> out(in.size() + 32);
    int n = 0, m = 0;
    if (EVP_EncryptInit_ex(context_, type(), nullptr, key_.data(), iv) != 1 ||
        EVP_EncryptUpdate(context_, out.data(), &n, in.data(), static_cast<int>(in.size())) != 1 ||
        EVP_EncryptFinal_ex(context_, out.data() + n, &m) != 1 ||
        EVP_CIPHER_CTX_ctrl(context_, EVP_CTRL_AEAD_GET_TAG, 16, out.data() + n + m) != 1)
        throw std::runtime_error("cipher");
    out.resize(static_cast<size_t>(n + m + 16));
    return out;
}

std::vector<unsigned char> bad_cover(const std::vector<unsigned char> &key,
                                     const std::vector<unsigned char> &in,
                                     const unsigned char *iv) {
    Cipher<1> cipher(Cipher<1>::Mode::ecb, key);
    return cipher.run(in, iv);
}

std::vector<unsigned char> good_cover(const std::vector<unsigned char> &key,
                                      const std::vector<unsigned char> &in,
                                      const unsigned char *iv) {
    Cipher<2> cipher(Cipher<2>::Mode::gcm, key);
    return cipher.run(in, iv);
}
