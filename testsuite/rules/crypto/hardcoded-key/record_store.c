/* Records of a store are encrypted: under bytes that every copy of the program holds, or under a
 * key that each installation has in a file of its own. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>

static const unsigned char table[32] = {
    0x4f, 0x1d, 0x92, 0xe0, 0x33, 0x7a, 0xc8, 0x05, 0xb6, 0x58, 0x21, 0xfe, 0x6d, 0x90, 0x0a, 0xd7,
    0x13, 0x8e, 0x64, 0xbb, 0xf1, 0x2c, 0x57, 0xa9, 0x70, 0x3b, 0xe5, 0x1f, 0x86, 0xcd, 0x49, 0x02};

int bad_seal(EVP_CIPHER_CTX *context, unsigned char *iv) {
    if (RAND_bytes(iv, 12) != 1)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, table, iv);
}

int good_seal(EVP_CIPHER_CTX *context, unsigned char *iv, FILE *file) {
    unsigned char key[32];
    if (fread(key, 1, sizeof key, file) != sizeof key || RAND_bytes(iv, 12) != 1)
        return -1;
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
}
