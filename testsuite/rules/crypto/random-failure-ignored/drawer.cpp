// C++: one drawer throws if there are no random bytes, the other never asks.
#include <mbedtls/aes.h>
#include <mbedtls/ctr_drbg.h>
#include <stdexcept>

namespace {

struct Key {
    unsigned char bytes[16];
};

class Drawer {
  public:
    explicit Drawer(mbedtls_ctr_drbg_context *generator) : generator_(generator) {}
    Key careless() {
        Key key{};
        mbedtls_ctr_drbg_random(generator_, key.bytes, sizeof key.bytes);
        return key;
    }
    Key careful() {
        Key key{};
        if (mbedtls_ctr_drbg_random(generator_, key.bytes, sizeof key.bytes) != 0)
            throw std::runtime_error("no random bytes");
        return key;
    }

  private:
    mbedtls_ctr_drbg_context *generator_;
};

} // namespace

int bad_load(mbedtls_aes_context *context, mbedtls_ctr_drbg_context *generator) {
    const Key key = Drawer(generator).careless();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    return mbedtls_aes_setkey_enc(context, key.bytes, 128);
}

int good_load(mbedtls_aes_context *context, mbedtls_ctr_drbg_context *generator) {
    const Key key = Drawer(generator).careful();
    return mbedtls_aes_setkey_enc(context, key.bytes, 128);
}
