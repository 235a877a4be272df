/* A key derived from a phrase of the program is no better than the phrase. The twin derives from
 * what the user types; its constant is only a label that keeps two uses of one password apart. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>
#include <unistd.h>

#define ROUNDS 600000

int bad_derive(const unsigned char *salt, int nsalt, unsigned char key[32]) {
    static const char phrase[] = "winter-2049-Lagerhaus";
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return PKCS5_PBKDF2_HMAC(phrase, (int)strlen(phrase), salt, nsalt, ROUNDS, EVP_sha256(), 32,
                             key);
}

int good_derive(const unsigned char *salt, int nsalt, unsigned char key[32]) {
    const char *phrase = getpass("Pass phrase: ");
    return PKCS5_PBKDF2_HMAC(phrase, (int)strlen(phrase), salt, nsalt, ROUNDS, EVP_sha256(), 32,
                             key);
}

int good_separate(const unsigned char *salt, int nsalt, unsigned char key[32]) {
    unsigned char master[32];
    const char *phrase = getpass("Pass phrase: ");
    if (!PKCS5_PBKDF2_HMAC(phrase, (int)strlen(phrase), salt, nsalt, ROUNDS, EVP_sha256(), 32,
                           master))
        return 0;
    return HMAC(EVP_sha256(), "store v1 records", 16, master, sizeof master, key, NULL) != NULL;
}
