// nettle keeps an algorithm a type: the context says which.
#include <cstddef>
#include <cstdint>
#include <nettle/aes.h>
#include <nettle/arcfour.h>
#include <nettle/cbc.h>
#include <nettle/des.h>
#include <vector>

class Stream {
  public:
    explicit Stream(const std::vector<uint8_t> &key) {
        nettle_arcfour_set_key(&context, key.size(), key.data());
    }
    void bad_apply(std::vector<uint8_t> &data) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
        nettle_arcfour_crypt(&context, data.size(), data.data(), data.data());
    }

  private:
    arcfour_ctx context;
};

void bad_seal(std::vector<uint8_t> &data, const uint8_t *key) {
    Stream stream(std::vector<uint8_t>(key, key + 16));
    stream.bad_apply(data);
}

void bad_blocks(const uint8_t *key, uint8_t *pages, size_t size) {
    aes256_ctx context;
    nettle_aes256_set_encrypt_key(&context, key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    nettle_aes256_encrypt(&context, size, pages, pages);
}

// One block at a time: what a mode is made of.
void good_mask(const uint8_t *key, const uint8_t counter[AES_BLOCK_SIZE], uint8_t *pages,
               size_t size) {
    uint8_t mask[AES_BLOCK_SIZE];
    aes256_ctx context;
    nettle_aes256_set_encrypt_key(&context, key);
    nettle_aes256_encrypt(&context, sizeof mask, mask, counter);
    for (size_t i = 0; i < size && i < sizeof mask; i++)
        pages[i] ^= mask[i];
}

void good_chain(const uint8_t *key, uint8_t *iv, uint8_t *pages, size_t size) {
    aes256_ctx context;
    nettle_aes256_set_encrypt_key(&context, key);
    nettle_cbc_encrypt(&context, reinterpret_cast<nettle_cipher_func *>(nettle_aes256_encrypt),
                       AES_BLOCK_SIZE, iv, size, pages, pages);
}
