/* Salts keep equal passwords apart, unless all have the same. */
#include <crypt.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>
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

/* Settings of crypt(3) with their salt in them, and others that end before it. */
char *bad_setting(const char *password) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return crypt(password, "$6$QbqdMCkcxl7Rjm9T$");
}

char *bad_rounds(const char *password) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return crypt(password, "$5$rounds=80000$wEj3KvAp");
}

char *good_setting(const char *password, const char *salt) {
    char setting[64];
    snprintf(setting, sizeof setting, "$5$rounds=%d$%s", 80000, salt);
    return crypt(password, setting);
}
