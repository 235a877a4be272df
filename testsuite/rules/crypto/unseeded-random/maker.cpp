// Seeds by a function that a class hands over.
#include <cstdlib>
#include <cstring>
#include <mbedtls/hmac_drbg.h>
#include <mbedtls/md.h>
#include <sys/random.h>

class Maker {
  public:
    int bad_begin(mbedtls_hmac_drbg_context *generator) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unseeded-random]}}
        return mbedtls_hmac_drbg_seed(generator, mbedtls_md_info_from_type(MBEDTLS_MD_SHA256),
                                      &Maker::fixed, this, nullptr, 0);
    }
    int good_begin(mbedtls_hmac_drbg_context *generator) {
        return mbedtls_hmac_drbg_seed(generator, mbedtls_md_info_from_type(MBEDTLS_MD_SHA256),
                                      &Maker::drawn, this, nullptr, 0);
    }

  private:
    static int fixed(void *, unsigned char *out, size_t size) {
        static const unsigned char seed[48] = {0x4b, 0x1f, 0x88, 0x02, 0xd7, 0x6a, 0x39, 0xe0};
        std::memcpy(out, seed, size < sizeof seed ? size : sizeof seed);
        return 0;
    }
    static int drawn(void *, unsigned char *out, size_t size) {
        return getrandom(out, size, 0) < 0 ? -1 : 0;
    }
};

int begin(Maker &maker, mbedtls_hmac_drbg_context *generator, bool how) {
    return how ? maker.bad_begin(generator) : maker.good_begin(generator);
}
