/* A password becomes a key by one round, or by enough. A strong key needs no rounds. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <string.h>
#include <unistd.h>

int bad_unlock(const unsigned char *salt, unsigned char key[32]) {
    const char *word = getpass("Password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    return PKCS5_PBKDF2_HMAC(word, (int)strlen(word), salt, 16, 1, EVP_sha256(), 32, key);
}

int good_unlock(const unsigned char *salt, unsigned char key[32]) {
    const char *word = getpass("Password: ");
    return PKCS5_PBKDF2_HMAC(word, (int)strlen(word), salt, 16, 600000, EVP_sha256(), 32, key);
}

int good_expand(const unsigned char *salt, unsigned char key[32]) {
    unsigned char master[32];
    if (RAND_bytes(master, sizeof master) != 1)
        return 0;
    return PKCS5_PBKDF2_HMAC((const char *)master, sizeof master, salt, 16, 1, EVP_sha256(), 32,
                             key);
}
