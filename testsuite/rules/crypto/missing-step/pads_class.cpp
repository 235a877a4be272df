// A class that keeps both pads, and one that never looks at the outer.
#define OPENSSL_API_COMPAT 0x10100000L
#include <array>
#include <cstdint>
#include <openssl/sha.h>
#include <vector>

using Tag = std::array<uint8_t, 32>;

class Half {
    std::array<uint8_t, 64> inner_{}, outer_{};

  public:
    explicit Half(const std::vector<uint8_t> &key) {
        for (size_t i = 0; i < 64; i++) {
            uint8_t k = i < key.size() ? key[i] : 0;
            // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
            inner_[i] = k ^ 0x36;
            outer_[i] = k ^ 0x5c;
        }
    }
    Tag of(const std::vector<uint8_t> &m) const {
        Tag r;
        SHA256_CTX c;
        SHA256_Init(&c);
        SHA256_Update(&c, inner_.data(), 64);
        SHA256_Update(&c, m.data(), m.size());
        SHA256_Final(r.data(), &c);
        return r;
    }
};

class Whole {
    std::array<uint8_t, 64> inner_{}, outer_{};

  public:
    explicit Whole(const std::vector<uint8_t> &key) {
        for (size_t i = 0; i < 64; i++) {
            uint8_t k = i < key.size() ? key[i] : 0;
            inner_[i] = k ^ 0x36;
            outer_[i] = k ^ 0x5c;
        }
    }
    Tag of(const std::vector<uint8_t> &m) const {
        Tag r;
        SHA256_CTX c;
        SHA256_Init(&c);
        SHA256_Update(&c, inner_.data(), 64);
        SHA256_Update(&c, m.data(), m.size());
        SHA256_Final(r.data(), &c);
        SHA256_Init(&c);
        SHA256_Update(&c, outer_.data(), 64);
        SHA256_Update(&c, r.data(), r.size());
        SHA256_Final(r.data(), &c);
        return r;
    }
};

Tag bad_class(const std::vector<uint8_t> &k, const std::vector<uint8_t> &m) {
    return Half(k).of(m);
}

Tag good_class(const std::vector<uint8_t> &k, const std::vector<uint8_t> &m) {
    return Whole(k).of(m);
}
