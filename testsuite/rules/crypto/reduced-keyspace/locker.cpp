// Letters as a key, and a key that a template fills.
#include <array>
#include <cstdint>
#include <cstring>
#include <mbedtls/aes.h>
#include <mbedtls/ctr_drbg.h>

namespace {
using Key = std::array<unsigned char, 16>;

class Locker {
  public:
    explicit Locker(mbedtls_ctr_drbg_context *generator) : generator_(generator) {}

    int bad_digits(mbedtls_aes_context *aes) {
        unsigned char raw[16];
        if (mbedtls_ctr_drbg_random(generator_, raw, sizeof raw))
            return -1;
        for (unsigned char &byte : raw)
            byte = static_cast<unsigned char>('0' + byte % 10);
        // expected-warning-re@+1 {{At most 64 of the 128{{.*}}[vitrine: crypto/reduced-keyspace]}}
        return mbedtls_aes_setkey_enc(aes, raw, 128);
    }

    int good_letters(mbedtls_aes_context *aes) {
        static const char letters[65] =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        unsigned char raw[32];
        if (mbedtls_ctr_drbg_random(generator_, raw, sizeof raw))
            return -1;
        for (unsigned char &byte : raw)
            byte = static_cast<unsigned char>(letters[byte % 64]);
        return mbedtls_aes_setkey_enc(aes, raw, 256);
    }

    int bad_number(mbedtls_aes_context *aes) {
        std::uint64_t number;
        unsigned char raw[16] = {};
        if (mbedtls_ctr_drbg_random(generator_, reinterpret_cast<unsigned char *>(&number),
                                    sizeof number))
            return -1;
        std::memcpy(raw, &number, sizeof number);
        // expected-warning-re@+1 {{At most 64 of the 128{{.*}}[vitrine: crypto/reduced-keyspace]}}
        return mbedtls_aes_setkey_enc(aes, raw, 128);
    }

    int good_array(mbedtls_aes_context *aes) {
        Key key{};
        if (mbedtls_ctr_drbg_random(generator_, key.data(), key.size()))
            return -1;
        return mbedtls_aes_setkey_enc(aes, key.data(), 128);
    }

  private:
    mbedtls_ctr_drbg_context *generator_;
};
} // namespace

int lock(mbedtls_ctr_drbg_context *generator, mbedtls_aes_context *aes, int how) {
    Locker locker(generator);
    switch (how) {
    case 0:
        return locker.bad_digits(aes);
    case 1:
        return locker.good_letters(aes);
    case 2:
        return locker.bad_number(aes);
    default:
        return locker.good_array(aes);
    }
}
