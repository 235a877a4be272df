/* Nobody says where the password comes from; what it is called says what it is. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/md5.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>

struct account {
    char name[32];
    unsigned char proof[32];
    char shown[48];
};

int bad_enrol(struct account *account, const char *password) {
    unsigned char digest[16];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    MD5((const unsigned char *)password, strlen(password), digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(account->shown + 2 * i, 3, "%02x", digest[i]);
    return 0;
}

/* The same of a page: it has no secret. */
int good_index(struct account *account, const char *page) {
    unsigned char digest[16];
    MD5((const unsigned char *)page, strlen(page), digest);
    for (size_t i = 0; i < sizeof digest; i++)
        snprintf(account->shown + 2 * i, 3, "%02x", digest[i]);
    return 0;
}

int bad_admit(const struct account *account, const char *passphrase) {
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256_CTX context;
    SHA256_Init(&context);
    SHA256_Update(&context, "shop:", 5);
    SHA256_Update(&context, passphrase, strlen(passphrase));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/unsalted]}}
    SHA256_Final(digest, &context);
    return memcmp(digest, account->proof, sizeof digest) == 0;
}

/* Answers a challenge, as APOP and CRAM do: what the other side drew goes in as well. */
int good_answer(const char *challenge, const char *password, unsigned char *answer) {
    MD5_CTX context;
    MD5_Init(&context);
    MD5_Update(&context, challenge, strlen(challenge));
    MD5_Update(&context, password, strlen(password));
    return MD5_Final(answer, &context);
}

/* Digest access of HTTP: name and realm go in. */
int good_realm(const char *user, const char *realm, const char *password, unsigned char *out) {
    char line[256];
    int size = snprintf(line, sizeof line, "%s:%s:%s", user, realm, password);
    return MD5((const unsigned char *)line, (size_t)size, out) != NULL;
}

/* Names of files and lengths are no passwords. */
int good_locate(const char *password_file, unsigned char *out) {
    return SHA1((const unsigned char *)password_file, strlen(password_file), out) != NULL;
}

/* The hash that Windows knows an account by is made so. */
int good_windows(const unsigned char *password, unsigned size, unsigned char *hash) {
    return EVP_Digest(password, size, hash, NULL, EVP_md4(), NULL);
}
