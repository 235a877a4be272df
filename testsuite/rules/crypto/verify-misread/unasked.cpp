// Checks that stand under a parameter, and that whoever calls turns off.
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <sodium.h>
#include <stdexcept>
#include <string>
#include <vector>

using Bytes = std::vector<unsigned char>;

namespace {
class Letter {
    Bytes key;

  public:
    explicit Letter(const Bytes &k) : key(k) {}
    Bytes open(const Bytes &in, bool verify = false) const {
        if (verify) {
            // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
            if (crypto_auth_verify(in.data(), in.data() + 32, in.size() - 32, key.data()) != 0)
                throw std::runtime_error("code");
        }
        return Bytes(in.begin() + 32, in.end());
    }
};

class Parcel {
    Bytes key;

  public:
    explicit Parcel(const Bytes &k) : key(k) {}
    Bytes open(const Bytes &in, bool verify = true) const {
        if (verify) {
            if (crypto_auth_verify(in.data(), in.data() + 32, in.size() - 32, key.data()) != 0)
                throw std::runtime_error("code");
        }
        return Bytes(in.begin() + 32, in.end());
    }
};
} // namespace

Bytes bad_letter(const Bytes &key, const Bytes &in) {
    return Letter(key).open(in);
}

Bytes good_parcel(const Bytes &key, const Bytes &in) {
    return Parcel(key).open(in);
}

enum Care { NONE, SUMS, ALL };

static bool accept(const unsigned char *data, std::size_t n, const unsigned char *signature,
                   const unsigned char *key, Care care) {
    if (n < 16)
        return false;
    if (care == ALL &&
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
        crypto_sign_verify_detached(signature, data, n, key) != 0)
        return false;
    return care == NONE || data[0] == 'V';
}

bool bad_sums(const unsigned char *data, std::size_t n, const unsigned char *key) {
    return accept(data, n, data + n, key, SUMS);
}

bool bad_none(const unsigned char *data, std::size_t n, const unsigned char *key) {
    return accept(data, n, data + n, key, NONE);
}

static bool accept_as_told(const unsigned char *data, std::size_t n, const unsigned char *signature,
                           const unsigned char *key, Care care) {
    if (care == ALL && crypto_sign_verify_detached(signature, data, n, key) != 0)
        return false;
    return n > 16;
}

bool good_told(const unsigned char *data, std::size_t n, const unsigned char *key, Care care) {
    return accept_as_told(data, n, data + n, key, care);
}

bool good_local(const unsigned char *data, std::size_t n, const unsigned char *key) {
    return accept_as_told(data, n, data + n, key, NONE);
}
