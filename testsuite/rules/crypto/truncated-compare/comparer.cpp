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
