// Keys of Botan and Crypto++, whose headers are not everywhere.
#include <array>
#include <cstdint>
#include <vector>

namespace Botan {
class SymmetricAlgorithm {
  public:
    void set_key(const std::uint8_t key[], std::size_t n);
};
class AutoSeeded_RNG {
  public:
    AutoSeeded_RNG();
    void randomize(std::uint8_t out[], std::size_t n);
};
} // namespace Botan

namespace CryptoPP {
using byte = unsigned char;
class SimpleKeyingInterface {
  public:
    void SetKeyWithIV(const byte *key, std::size_t n, const byte *iv, std::size_t niv);
};
void OS_GenerateRandomBlock(bool blocking, byte *out, std::size_t n);
} // namespace CryptoPP

class Vault {
    std::array<std::uint8_t, 32> key;
    Botan::AutoSeeded_RNG generator;

  public:
    explicit Vault(std::size_t n) {
        key.fill(0x36);
        generator.randomize(key.data(), n);
    }
    void open(Botan::SymmetricAlgorithm &cipher) {
        cipher.set_key(key.data(), key.size());
    }
};

void good_vault(Botan::SymmetricAlgorithm &cipher, std::size_t n) {
    Vault vault(n);
    vault.open(cipher);
}

void bad_few(Botan::SymmetricAlgorithm &cipher, Botan::AutoSeeded_RNG &generator) {
    std::array<std::uint8_t, 32> key;
    key.fill(0x36);
    generator.randomize(key.data(), 5);
    // expected-warning-re@+1 {{At most 40 of the 256{{.*}}[vitrine: crypto/reduced-keyspace]}}
    cipher.set_key(key.data(), key.size());
}

void good_whole(Botan::SymmetricAlgorithm &cipher, Botan::AutoSeeded_RNG &generator) {
    std::array<std::uint8_t, 32> key;
    key.fill(0x36);
    generator.randomize(key.data(), key.size());
    cipher.set_key(key.data(), key.size());
}

void bad_half(CryptoPP::SimpleKeyingInterface &cipher, CryptoPP::byte *iv) {
    CryptoPP::byte key[32] = {0};
    CryptoPP::OS_GenerateRandomBlock(false, key, 16);
    CryptoPP::OS_GenerateRandomBlock(false, iv, 12);
    // expected-warning-re@+1 {{At most 128 of the 256{{.*}}[vitrine: crypto/reduced-keyspace]}}
    cipher.SetKeyWithIV(key, sizeof key, iv, 12);
}

void good_half(CryptoPP::SimpleKeyingInterface &cipher, CryptoPP::byte *iv) {
    CryptoPP::byte key[32] = {0};
    CryptoPP::OS_GenerateRandomBlock(false, key, sizeof key);
    CryptoPP::OS_GenerateRandomBlock(false, iv, 12);
    cipher.SetKeyWithIV(key, sizeof key, iv, 12);
}
