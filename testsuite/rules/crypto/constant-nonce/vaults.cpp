// One salt for all: of what is a password by its name.
#include <array>
#include <cstring>
#include <openssl/evp.h>
#include <string>

using Key = std::array<unsigned char, 32>;

static const unsigned char pepper[] = "vault of 2019";

Key bad_open(const std::string &password) {
    Key key{};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    PKCS5_PBKDF2_HMAC(password.c_str(), static_cast<int>(password.size()), pepper, sizeof pepper,
                      600000, EVP_sha256(), static_cast<int>(key.size()), key.data());
    return key;
}

Key good_open(const std::string &password, const std::array<unsigned char, 16> &salt) {
    Key key{};
    PKCS5_PBKDF2_HMAC(password.c_str(), static_cast<int>(password.size()), salt.data(),
                      static_cast<int>(salt.size()), 600000, EVP_sha256(),
                      static_cast<int>(key.size()), key.data());
    return key;
}

// What was agreed on is no password: one label for all is what is wanted.
Key good_agree(const std::string &shared) {
    Key key{};
    PKCS5_PBKDF2_HMAC(shared.c_str(), static_cast<int>(shared.size()), pepper, sizeof pepper,
                      600000, EVP_sha256(), static_cast<int>(key.size()), key.data());
    return key;
}
