// Engines of the standard library: good for dice.
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <random>
#include <vector>

bool bad_wrap(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    std::random_device device;
    std::mt19937_64 engine(device());
    std::vector<unsigned char> key(32);
    for (size_t i = 0; i < key.size(); i++)
        key[i] = static_cast<unsigned char>(engine());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, key.data(), iv) == 1;
}

bool bad_spread(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    std::minstd_rand engine;
    std::uniform_int_distribution<int> bytes(0, 255);
    unsigned char key[16];
    for (auto &byte : key)
        byte = static_cast<unsigned char>(bytes(engine));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), nullptr, key, iv) == 1;
}

bool good_wrap(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    std::random_device device;
    std::vector<unsigned char> key(32);
    for (auto &byte : key)
        byte = static_cast<unsigned char>(device());
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, key.data(), iv) == 1;
}

// An order in which they are tried is no secret.
bool good_shuffle(EVP_CIPHER_CTX *context, const std::vector<unsigned char> &key,
                  const unsigned char *iv, std::vector<int> &order) {
    std::mt19937 engine(7);
    for (auto &place : order)
        place = static_cast<int>(engine() % order.size());
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, key.data(), iv) == 1;
}
