// C++: a store passes its policy on to whatever library it was built with.
#include <gcrypt.h>
#include <mbedtls/md.h>
#include <mbedtls/pkcs5.h>
#include <string>

namespace {

struct Policy {
    unsigned rounds;
    const char *name;
};

constexpr Policy quick{100, "quick"};
constexpr Policy slow{310000, "slow"};

int derive(const Policy &policy, const std::string &word, const unsigned char *salt,
           unsigned char *key) {
    mbedtls_md_context_t context;
    mbedtls_md_init(&context);
    if (mbedtls_md_setup(&context, mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), 1) != 0)
        return -1;
    const auto *bytes = reinterpret_cast<const unsigned char *>(word.data());
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return mbedtls_pkcs5_pbkdf2_hmac(&context, bytes, word.size(), salt, 16, policy.rounds, 32,
                                     key);
}

} // namespace

int bad_store(const std::string &word, const unsigned char *salt, unsigned char *key) {
    return derive(quick, word, salt, key);
}

gcry_error_t good_store(const std::string &word, const unsigned char *salt, unsigned char *key) {
    return gcry_kdf_derive(word.data(), word.size(), GCRY_KDF_PBKDF2, GCRY_MD_SHA256, salt, 16,
                           slow.rounds, 32, key);
}
