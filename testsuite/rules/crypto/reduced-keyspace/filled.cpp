// Keys that are filled with a number of the program, as a whole or but for a few bytes.
#include <algorithm>
#include <array>
#include <cstring>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string>
#include <vector>

int bad_array(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    std::array<unsigned char, 32> key;
    key.fill(0x36);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, key.data(), iv);
}

int bad_few(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    std::array<unsigned char, 32> key;
    key.fill(0x36);
    if (RAND_bytes(key.data(), 5) != 1)
        return 0;
    // expected-warning-re@+1 {{At most 40 of the 256{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, key.data(), iv);
}

int good_array(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    std::array<unsigned char, 32> key;
    key.fill(0x36);
    if (RAND_bytes(key.data(), key.size()) != 1)
        return 0;
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, key.data(), iv);
}

class Locker {
    std::vector<unsigned char> key;

  public:
    Locker() : key(32, 0x71) {}
    int bad_open(EVP_CIPHER_CTX *context, const unsigned char *iv) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
        return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, key.data(), iv);
    }
};

int bad_locker(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    return Locker().bad_open(context, iv);
}

class Safe {
    std::vector<unsigned char> key;

  public:
    Safe() : key(32, 0x71) {
        if (RAND_bytes(key.data(), 32) != 1)
            std::abort();
    }
    int open(EVP_CIPHER_CTX *context, const unsigned char *iv) {
        return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nullptr, key.data(), iv);
    }
};

int good_safe(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    return Safe().open(context, iv);
}

int bad_text(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    unsigned char key[16];
    std::fill_n(key, 16, 'k');
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), nullptr, key, iv);
}

/* What is written over afterwards was no key. */
int good_wiped(EVP_CIPHER_CTX *context, const unsigned char *iv, const unsigned char *secret) {
    unsigned char key[16];
    std::memset(key, 0xa5, sizeof key);
    std::copy(secret, secret + 16, key);
    int done = EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), nullptr, key, iv);
    std::memset(key, 0xa5, sizeof key);
    return done;
}
