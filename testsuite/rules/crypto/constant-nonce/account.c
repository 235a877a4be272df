/* Salts keep equal passwords apart, unless all have the same. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>
#include <unistd.h>

int bad_store(unsigned char key[32]) {
    const char *word = getpass("New password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return PKCS5_PBKDF2_HMAC(word, (int)strlen(word), (const unsigned char *)"pepper and salt", 15,
                             600000, EVP_sha256(), 32, key);
}

int good_store(unsigned char salt[16], unsigned char key[32]) {
    const char *word = getpass("New password: ");
    if (RAND_bytes(salt, 16) != 1)
        return 0;
    return PKCS5_PBKDF2_HMAC(word, (int)strlen(word), salt, 16, 600000, EVP_sha256(), 32, key);
}
