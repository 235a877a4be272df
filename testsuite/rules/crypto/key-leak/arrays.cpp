// What lies behind a key in the same object is not the key, though nobody says where that ends.
#include <array>
#include <cstring>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <unistd.h>

class Drawer {
    std::array<unsigned char, 32> first{};
    std::array<unsigned char, 16> second{};

    bool put(const unsigned char *in, int size) {
        unsigned char out[1100];
        int used = 0;
        if (size > 1024)
            return false;
        EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/key-leak]}}
        bool done = EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, first.data(),
                                       second.data()) == 1 &&
                    EVP_EncryptUpdate(context, out, &used, in, size) == 1;
        EVP_CIPHER_CTX_free(context);
        return done && write(3, second.data(), second.size()) > 0 && write(3, out, used) == used;
    }

  public:
    bool open() {
        return RAND_bytes(first.data(), 32) == 1;
    }

    bool bad_put(const unsigned char *in, int size) {
        std::memcpy(second.data(), first.data(), second.size());
        return put(in, size);
    }
};

class Shelf {
    std::array<unsigned char, 32> first{};
    std::array<unsigned char, 16> second{};

  public:
    bool open() {
        return RAND_bytes(first.data(), 32) == 1;
    }

    bool good_put(const unsigned char *in, int size) {
        unsigned char out[1100];
        int used = 0;
        if (size > 1024 || RAND_bytes(second.data(), 16) != 1)
            return false;
        EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
        bool done = EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), nullptr, first.data(),
                                       second.data()) == 1 &&
                    EVP_EncryptUpdate(context, out, &used, in, size) == 1;
        EVP_CIPHER_CTX_free(context);
        return done && write(3, second.data(), second.size()) > 0 && write(3, out, used) == used;
    }
};

bool run(const unsigned char *in, int size) {
    Drawer drawer;
    Shelf shelf;
    return drawer.open() && drawer.bad_put(in, size) && shelf.open() && shelf.good_put(in, size);
}
