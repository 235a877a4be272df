// Keys that an algorithm of the standard library writes through iterators.
#include <algorithm>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <random>
#include <vector>

bool bad_generated(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    std::mt19937 engine(20240229);
    std::vector<unsigned char> key(32);
    std::generate(key.begin(), key.end(), [&engine] { return engine() & 0xff; });
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, key.data(), iv) == 1;
}

bool bad_in_a_loop(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    std::minstd_rand engine(7);
    std::vector<unsigned char> key(32);
    for (unsigned char &byte : key)
        byte = static_cast<unsigned char>(engine());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, key.data(), iv) == 1;
}

bool good_generated(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    std::random_device device;
    std::vector<unsigned char> key(32);
    std::generate(key.begin(), key.end(), [&device] { return device() & 0xff; });
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, key.data(), iv) == 1;
}

/* The dice are for padding, and another vector. */
bool good_beside(EVP_CIPHER_CTX *context, const unsigned char *iv,
                 std::vector<unsigned char> &pad) {
    std::mt19937 engine(20240229);
    std::vector<unsigned char> key(32);
    std::generate(pad.begin(), pad.end(), [&engine] { return engine() & 0xff; });
    if (RAND_bytes(key.data(), 32) != 1)
        return false;
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, key.data(), iv) == 1;
}
