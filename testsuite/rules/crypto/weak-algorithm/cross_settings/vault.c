/* Derives the key with one default, and encrypts with the other. */
#include "vault.h"

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdlib.h>
#include <string.h>

struct vault *vault_new(const char *phrase) {
    struct vault *vault = calloc(1, sizeof *vault);
    if (!vault)
        return NULL;
    vault_settings_default(&vault->settings);
    if (RAND_bytes(vault->iv, sizeof vault->iv) != 1)
        return NULL;
    const EVP_MD *digest = EVP_get_digestbyname(vault->settings.digest);
    PKCS5_PBKDF2_HMAC(phrase, (int)strlen(phrase), vault->iv, sizeof vault->iv,
                      (int)vault->settings.rounds, digest, sizeof vault->key, vault->key);
    return vault;
}

int vault_seal(struct vault *vault, const void *data, int size, unsigned char *out) {
    int first = 0, last = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    const EVP_CIPHER *cipher = EVP_get_cipherbyname(vault->settings.cipher);
    // report@+1: crypto/weak-algorithm
    EVP_EncryptInit_ex(context, cipher, NULL, vault->key, vault->iv);
    EVP_EncryptUpdate(context, out, &first, data, size);
    EVP_EncryptFinal_ex(context, out + first, &last);
    EVP_CIPHER_CTX_free(context);
    return first + last;
}
