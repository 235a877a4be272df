// C++: a locker makes its key when it is made.
#include <cstdint>
#include <cstdlib>
#include <mbedtls/aes.h>
#include <mbedtls/ctr_drbg.h>

namespace {

struct Material {
    std::uint32_t words[8];
};

Material roll() {
    Material material;
    for (std::uint32_t &word : material.words)
        word = static_cast<std::uint32_t>(std::rand());
    return material;
}

} // namespace

int bad_lock(mbedtls_aes_context *context) {
    const Material material = roll();
    const unsigned char *key = reinterpret_cast<const unsigned char *>(material.words);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return mbedtls_aes_setkey_enc(context, key, 256);
}

int good_lock(mbedtls_aes_context *context, mbedtls_ctr_drbg_context *generator) {
    unsigned char key[32];
    if (mbedtls_ctr_drbg_random(generator, key, sizeof key) != 0)
        return -1;
    return mbedtls_aes_setkey_enc(context, key, 256);
}

/* A random choice of a server is no matter of secrecy, and time may be signed. */
unsigned good_choice(unsigned count) {
    return static_cast<unsigned>(std::rand()) % count;
}
