/* A known-answer test runs a cipher with published numbers; nothing is protected by them. */
// expected-no-diagnostics
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/aes.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>

static const unsigned char key[16] = {0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6,
                                      0xab, 0xf7, 0x15, 0x88, 0x09, 0xcf, 0x4f, 0x3c};
static const unsigned char plain[16] = {0x6b, 0xc1, 0xbe, 0xe2, 0x2e, 0x40, 0x9f, 0x96,
                                        0xe9, 0x3d, 0x7e, 0x11, 0x73, 0x93, 0x17, 0x2a};
static const unsigned char expected[16] = {0x87, 0x4d, 0x61, 0x91, 0xb6, 0x20, 0xe3, 0x26,
                                           0x1b, 0xef, 0x68, 0x64, 0x99, 0x0d, 0xb6, 0xce};
static const unsigned char zero_iv[16];

int good_cipher_test(EVP_CIPHER_CTX *context) {
    unsigned char out[32];
    int length = 0;
    if (!EVP_EncryptInit_ex(context, EVP_aes_128_ctr(), NULL, key, zero_iv) ||
        !EVP_EncryptUpdate(context, out, &length, plain, sizeof plain))
        return 0;
    return memcmp(out, expected, sizeof expected) == 0;
}

static const struct vector {
    const char *key, *data;
    unsigned char mac[32];
} vectors[] = {
    {"Jefe", "what do ya want for nothing?", {0x5b, 0xdc, 0xc1, 0x46}},
    {"another test key", "Hi There", {0xb0, 0x34, 0x4c, 0x61}},
};

int good_mac_test(void) {
    unsigned char mac[32];
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) {
        const struct vector *v = &vectors[i];
        HMAC(EVP_sha256(), v->key, (int)strlen(v->key), (const unsigned char *)v->data,
             strlen(v->data), mac, NULL);
        if (memcmp(mac, v->mac, sizeof mac) != 0)
            return 0;
    }
    return 1;
}

/* What a password makes of a constant is as secret as the password. */
int good_derived(const unsigned char *password, AES_KEY *derived) {
    unsigned char block[16];
    AES_KEY schedule;
    AES_set_encrypt_key(password, 128, &schedule);
    AES_encrypt(plain, block, &schedule);
    return AES_set_encrypt_key(block, 128, derived);
}
