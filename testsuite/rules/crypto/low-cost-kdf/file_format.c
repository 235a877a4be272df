/* An old format derives its keys by a count that stands in its header as this program writes it. */
#include <openssl/evp.h>

struct header {
    unsigned char salt[8];
    int count;
};

static const struct header old_header = {.count = 5};
static const struct header new_header = {.count = 250000};

int bad_read(const unsigned char *word, int size, unsigned char key[32], unsigned char iv[16]) {
    struct header header = old_header;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return EVP_BytesToKey(EVP_aes_256_cbc(), EVP_sha256(), header.salt, word, size, header.count,
                          key, iv);
}

int good_read(const unsigned char *word, int size, unsigned char key[32], unsigned char iv[16]) {
    struct header header = new_header;
    return EVP_BytesToKey(EVP_aes_256_cbc(), EVP_sha256(), header.salt, word, size, header.count,
                          key, iv);
}
