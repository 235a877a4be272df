// A comparison in a class, handed a tag of the frame.
#include <array>
#include <cstddef>
#include <openssl/hmac.h>
#include <openssl/sha.h>

using Tag = std::array<unsigned char, 32>;

class Sealer {
  public:
    explicit Sealer(const Tag &key) : key_(key) {}

    Tag seal(const unsigned char *data, std::size_t size) const {
        Tag tag{};
        unsigned int length = 0;
        HMAC(EVP_sha256(), key_.data(), 32, data, size, tag.data(), &length);
        return tag;
    }

    bool bad_opens(const unsigned char *data, std::size_t size, const unsigned char *got) const {
        Tag tag = seal(data, size);
        const unsigned char *mine = tag.data();
        unsigned char differ = 0;
        for (std::size_t i = 0; i != 6; ++i)
            // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
            differ |= mine[i] ^ got[i];
        return differ == 0;
    }

    bool good_opens(const unsigned char *data, std::size_t size, const unsigned char *got) const {
        Tag tag = seal(data, size);
        const unsigned char *mine = tag.data();
        unsigned char differ = 0;
        for (std::size_t i = 0; i != tag.size(); ++i)
            differ |= mine[i] ^ got[i];
        return differ == 0;
    }

  private:
    Tag key_;
};

bool bad_check(const Sealer &sealer, const unsigned char *data, const unsigned char *got) {
    return sealer.bad_opens(data, 64, got);
}

bool good_check(const Sealer &sealer, const unsigned char *data, const unsigned char *got) {
    return sealer.good_opens(data, 64, got);
}

// Elements of containers.
struct Code {
    Tag bytes{};

    bool bad_equals(const Code &other) const {
        unsigned differ = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
            differ &= bytes[i] ^ other.bytes[i];
        return !differ;
    }

    bool good_equals(const Code &other) const {
        unsigned differ = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            differ |= bytes[i] ^ other.bytes[i];
        return !differ;
    }
};

static Code code_of(const unsigned char *key, const unsigned char *data, std::size_t size) {
    Code code;
    unsigned int length = 0;
    HMAC(EVP_sha256(), key, 32, data, size, code.bytes.data(), &length);
    return code;
}

bool bad_code(const unsigned char *key, const unsigned char *data, const Code &got) {
    return code_of(key, data, 64).bad_equals(got);
}

bool good_code(const unsigned char *key, const unsigned char *data, const Code &got) {
    return code_of(key, data, 64).good_equals(got);
}
