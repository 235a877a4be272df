/* The old interface, without EVP: single DES over blocks in a loop. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/aes.h>
#include <openssl/des.h>
#include <stddef.h>

void bad_encrypt(unsigned char (*blocks)[8], size_t count, const_DES_cblock *key) {
    DES_key_schedule schedule;
    DES_set_key_unchecked(key, &schedule);
    for (size_t i = 0; i < count; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
        DES_ecb_encrypt(&blocks[i], &blocks[i], &schedule, DES_ENCRYPT);
}

void good_encrypt(unsigned char (*blocks)[16], size_t count, const unsigned char *key,
                  unsigned char *iv) {
    AES_KEY schedule;
    AES_set_encrypt_key(key, 256, &schedule);
    for (size_t i = 0; i < count; i++)
        AES_cbc_encrypt(blocks[i], blocks[i], 16, &schedule, iv, AES_ENCRYPT);
}
