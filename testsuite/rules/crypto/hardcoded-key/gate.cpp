/* C++: a gate that is given its key by its maker. */
#include <array>
#include <cstdio>
#include <mbedtls/aes.h>
#include <mbedtls/pk.h>

namespace {

class Gate {
  public:
    explicit Gate(const unsigned char *key) : key_(key) {}
    int open() {
        return mbedtls_aes_setkey_enc(&context_, key_, 128);
    }

  private:
    mbedtls_aes_context context_;
    const unsigned char *key_;
};

class FileGate {
  public:
    explicit FileGate(std::FILE *file) : file_(file) {}
    int open() {
        std::array<unsigned char, 16> key;
        if (std::fread(key.data(), 1, key.size(), file_) != key.size())
            return -1;
        return mbedtls_aes_setkey_enc(&context_, key.data(), 128);
    }

  private:
    mbedtls_aes_context context_;
    std::FILE *file_;
};

const unsigned char factory[16] = {0xa1, 0x5c, 0x3e, 0x70, 0x94, 0xd8, 0x2b, 0xf6,
                                   0x07, 0x69, 0xb2, 0x1e, 0xc4, 0x83, 0x5f, 0xea};

const char anchor[] = "-----BEGIN PUBLIC KEY-----\n"
                      "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEq1lc\n"
                      "-----END PUBLIC KEY-----\n";

} // namespace

int bad_open(mbedtls_aes_context *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return mbedtls_aes_setkey_dec(context, factory, 128);
}

int good_open(std::FILE *file) {
    FileGate gate(file);
    return gate.open();
}

int open_for(const unsigned char *key) {
    Gate gate(key);
    return gate.open();
}

/* A public key in the image is how signatures are checked. */
int good_anchor(mbedtls_pk_context *key) {
    return mbedtls_pk_parse_public_key(key, reinterpret_cast<const unsigned char *>(anchor),
                                       sizeof anchor);
}
