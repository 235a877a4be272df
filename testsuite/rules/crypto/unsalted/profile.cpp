/* A profile that is unlocked by a password; what salts it is a member that may be empty. */
#include <openssl/evp.h>

#include <string>
#include <vector>

class Profile {
  public:
    explicit Profile(std::vector<unsigned char> salt) : salt(std::move(salt)) {}
    int good_unlock(const std::string &word, unsigned char key[32]) const {
        return PKCS5_PBKDF2_HMAC(word.data(), static_cast<int>(word.size()), salt.data(),
                                 static_cast<int>(salt.size()), 600000, EVP_sha256(), 32, key);
    }
    int bad_unlock(const std::string &word, unsigned char key[32]) const {
        const unsigned char *none = nullptr;
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
        return PKCS5_PBKDF2_HMAC(word.data(), static_cast<int>(word.size()), none, 0, 600000,
                                 EVP_sha256(), 32, key);
    }

  private:
    std::vector<unsigned char> salt;
};

int unlock(const Profile &profile, const std::string &word, unsigned char key[32]) {
    return profile.good_unlock(word, key) && profile.bad_unlock(word, key);
}
