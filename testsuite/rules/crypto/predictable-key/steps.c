/* A generator of the program's own, whose words fill the key one after the other. */
#include <openssl/evp.h>
#include <stdint.h>
#include <sys/random.h>
#include <time.h>

static uint64_t state;

static uint64_t step(void) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    return state * 0x2545f4914f6cdd1dull;
}

int bad_fill(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    uint64_t key[4];
    state = (uint64_t)time(NULL);
    for (int i = 0; i < 4; i++)
        key[i] = step();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), NULL, (unsigned char *)key, iv);
}

static uint64_t pool;

static uint64_t stir(void) {
    pool ^= pool >> 12;
    pool ^= pool << 25;
    pool ^= pool >> 27;
    return pool * 0x2545f4914f6cdd1dull;
}

/* It begins with eight good bytes, and 32 are asked for. */
int bad_stretched(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    uint64_t key[4];
    if (getrandom(&pool, sizeof pool, 0) != sizeof pool)
        return -1;
    for (int i = 0; i < 4; i++)
        key[i] = stir();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), NULL, (unsigned char *)key, iv);
}

/* Which of several hosts is asked first need not be secret; the key is drawn. */
int good_fill(EVP_CIPHER_CTX *context, const unsigned char *iv, unsigned *first, unsigned hosts) {
    uint64_t key[4];
    if (getrandom(&pool, sizeof pool, 0) != sizeof pool ||
        getrandom(key, sizeof key, 0) != sizeof key)
        return -1;
    *first = (unsigned)(stir() % hosts);
    return EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), NULL, (unsigned char *)key, iv);
}
