/* A file of 32 bytes, of which a row of 32 bits makes the key. */
#include "row.h"

#include <openssl/evp.h>
#include <stdio.h>

int main(void) {
    uint8_t secret[32], key[32], iv[12] = {0}, text[256], out[256];
    int n = 0;
    FILE *file = fopen("/etc/locker.key", "rb");
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!file || fread(secret, 1, sizeof secret, file) != sizeof secret ||
        fread(iv, 1, sizeof iv, file) != sizeof iv || fread(text, 1, sizeof text, stdin) == 0)
        return 1;
    row_begin(secret, sizeof secret);
    row_fill(key, sizeof key);
    // report@+1: crypto/predictable-key
    EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
    EVP_EncryptUpdate(context, out, &n, text, sizeof text);
    return fwrite(out, 1, (size_t)n, stdout) != (size_t)n;
}
