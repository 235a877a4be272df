/* C++: one member scrambles, another stores; next to it, a real cipher. */
#include <cstddef>
#include <cstdio>
#include <sodium.h>

class Vault {
  public:
    explicit Vault(std::FILE *file) : file(file) {}

    bool bad_store(unsigned char *data, std::size_t size) {
        scramble(data, size);
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        return std::fwrite(data, 1, size, file) == size;
    }
    bool good_store(unsigned char *data, std::size_t size, const unsigned char *nonce,
                    const unsigned char *key) {
        crypto_stream_chacha20_xor(data, data, size, nonce, key);
        return std::fwrite(data, 1, size, file) == size;
    }

  private:
    static void scramble(unsigned char *data, std::size_t size) {
        static const unsigned char key[8] = {0x11, 0x8f, 0x3a, 0x60, 0xc5, 0x07, 0xbe, 0x49};
        for (std::size_t i = 0; i < size; i++)
            data[i] ^= key[i & 7];
    }
    std::FILE *file;
};

bool store(std::FILE *file, unsigned char *data, std::size_t size, const unsigned char *nonce,
           const unsigned char *key) {
    Vault vault(file);
    return vault.bad_store(data, size) && vault.good_store(data, size, nonce, key);
}
