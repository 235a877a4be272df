// C++: a sealer that was given its nonce once and for all.
#include <cstring>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/gcm.h>

struct Message {
    const unsigned char *bytes;
    std::size_t size;
    unsigned char *out, *tag;
};

namespace {

constexpr unsigned char label[12] = {'s', 'e', 'a', 'l', 'e', 'r', '-', '2', '.', '1', '.', '0'};

} // namespace

int bad_seal(mbedtls_gcm_context *context, const Message &message) {
    unsigned char nonce[12];
    std::memcpy(nonce, label, sizeof nonce);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return mbedtls_gcm_crypt_and_tag(context, MBEDTLS_GCM_ENCRYPT, message.size, nonce,
                                     sizeof nonce, nullptr, 0, message.bytes, message.out, 16,
                                     message.tag);
}

int good_seal(mbedtls_gcm_context *context, mbedtls_ctr_drbg_context *generator,
              const Message &message) {
    unsigned char nonce[12];
    if (mbedtls_ctr_drbg_random(generator, nonce, sizeof nonce) != 0)
        return -1;
    return mbedtls_gcm_crypt_and_tag(context, MBEDTLS_GCM_ENCRYPT, message.size, nonce,
                                     sizeof nonce, label, sizeof label, message.bytes, message.out,
                                     16, message.tag);
}
