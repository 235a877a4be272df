#include <openssl/evp.h>
#include <string.h>

int vault_key(const char *word, const unsigned char *salt, int nsalt, unsigned char key[32]) {
    // report@+1: crypto/unsalted
    return PKCS5_PBKDF2_HMAC(word, (int)strlen(word), salt, nsalt, 600000, EVP_sha256(), 32, key);
}
