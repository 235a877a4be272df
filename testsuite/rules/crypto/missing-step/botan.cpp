// How RSA pads, by Botan's names; its headers are not everywhere.
#include <string>

namespace Botan {
class Public_Key;
class RandomNumberGenerator;
class PK_Encryptor_EME {
  public:
    PK_Encryptor_EME(const Public_Key &key, RandomNumberGenerator &generator,
                     const std::string &padding, const std::string &provider = "");
    virtual ~PK_Encryptor_EME();
};
} // namespace Botan

void bad_raw(const Botan::Public_Key &key, Botan::RandomNumberGenerator &generator) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    Botan::PK_Encryptor_EME encryptor(key, generator, "Raw");
}

void bad_old(const Botan::Public_Key &key, Botan::RandomNumberGenerator &generator) {
    std::string padding = "PKCS1v15";
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/missing-step]}}
    Botan::PK_Encryptor_EME encryptor(key, generator, padding);
}

void good_optimal(const Botan::Public_Key &key, Botan::RandomNumberGenerator &generator) {
    Botan::PK_Encryptor_EME encryptor(key, generator, "OAEP(SHA-256)");
}
