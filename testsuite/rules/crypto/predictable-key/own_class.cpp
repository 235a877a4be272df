// Generators of the program's own behind an interface.
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <openssl/evp.h>
#include <openssl/rand.h>

struct Source {
    virtual ~Source() = default;
    virtual void fill(std::uint8_t *out, std::size_t n) = 0;
};

class Fast final : public Source {
    std::uint64_t word;

  public:
    explicit Fast(const std::uint8_t *secret) {
        std::memcpy(&word, secret, sizeof word);
    }
    void fill(std::uint8_t *out, std::size_t n) override {
        for (std::size_t i = 0; i < n; i++) {
            word ^= word << 13;
            word ^= word >> 7;
            word ^= word << 17;
            out[i] = static_cast<std::uint8_t>(word);
        }
    }
};

int bad_fast(EVP_CIPHER_CTX *context, const std::uint8_t *secret, const std::uint8_t *iv) {
    std::unique_ptr<Source> source(new Fast(secret));
    std::array<std::uint8_t, 32> key;
    source->fill(key.data(), key.size());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, key.data(), iv);
}

struct Drawn {
    virtual ~Drawn() = default;
    virtual bool draw(std::uint8_t *out, int n) = 0;
};

class System final : public Drawn {
  public:
    bool draw(std::uint8_t *out, int n) override {
        return RAND_bytes(out, n) == 1;
    }
};

int good_system(EVP_CIPHER_CTX *context, const std::uint8_t *iv) {
    std::unique_ptr<Drawn> source(new System);
    std::array<std::uint8_t, 32> key;
    return source->draw(key.data(), 32) &&
           EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, key.data(), iv);
}
