/* A key of the program stands in where nobody brings one; or nothing goes on without. */
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LENGTH = 32 };

static const char *chosen(void) {
    const char *key = getenv("VAULT_KEY");
    return key && strlen(key) == LENGTH ? key : "nobody-ever-changes-this-one-4711";
}

int bad_open(EVP_CIPHER_CTX *cipher, const unsigned char *nonce) {
    const unsigned char *key = (const unsigned char *)chosen();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, nonce);
}

static const char *needed(void) {
    const char *key = getenv("VAULT_KEY");
    if (!key || strlen(key) != LENGTH) {
        fputs("VAULT_KEY must have 32 letters\n", stderr);
        exit(2);
    }
    return key;
}

int good_open(EVP_CIPHER_CTX *cipher, const unsigned char *nonce) {
    return EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, (const unsigned char *)needed(),
                              nonce);
}

/* What the text names is where the key is. */
int good_named(EVP_CIPHER_CTX *cipher, const unsigned char *nonce) {
    const char *path = getenv("VAULT_FILE");
    unsigned char key[LENGTH];
    FILE *file = fopen(path ? path : "/var/lib/vault/secret", "rb");
    if (!file || fread(key, 1, sizeof key, file) != sizeof key)
        return 0;
    return EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, nonce);
}
