/* Passwords with salt, and one round of a digest that is made to be fast. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <gcrypt.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

struct account {
    char name[32], salt[16];
    unsigned char proof[32];
};

int bad_admit(const struct account *account, const char *password) {
    unsigned char digest[20];
    SHA_CTX context;
    SHA1_Init(&context);
    SHA1_Update(&context, account->salt, strlen(account->salt));
    SHA1_Update(&context, password, strlen(password));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    SHA1_Final(digest, &context);
    return memcmp(digest, account->proof, sizeof digest) == 0;
}

/* The same digest again and again costs something. */
int good_admit(const struct account *account, const char *password) {
    unsigned char digest[20];
    SHA_CTX context;
    for (unsigned round = 0; round < 500000; round++) {
        SHA1_Init(&context);
        if (round > 0)
            SHA1_Update(&context, digest, sizeof digest);
        SHA1_Update(&context, account->salt, strlen(account->salt));
        SHA1_Update(&context, password, strlen(password));
        SHA1_Final(digest, &context);
    }
    return memcmp(digest, account->proof, sizeof digest) == 0;
}

/* What the server drew for this login goes in: nothing is kept that could be searched at leisure.
 */
int good_response(const char *challenge, const char *password, const unsigned char *response) {
    unsigned char digest[20];
    SHA_CTX context;
    SHA1_Init(&context);
    SHA1_Update(&context, challenge, strlen(challenge));
    SHA1_Update(&context, password, strlen(password));
    SHA1_Final(digest, &context);
    return memcmp(digest, response, sizeof digest) == 0;
}

/* The same by a connection: what is held against the digest was sent as it is. */
int good_answer(int peer, const struct account *session, const char *password) {
    unsigned char digest[20], response[20];
    SHA_CTX context;
    if (recv(peer, response, sizeof response, MSG_WAITALL) != sizeof response)
        return 0;
    SHA1_Init(&context);
    SHA1_Update(&context, session->salt, sizeof session->salt);
    SHA1_Update(&context, password, strlen(password));
    SHA1_Final(digest, &context);
    return memcmp(digest, response, sizeof digest) == 0;
}

int bad_store(FILE *out, const struct account *account, const char *passphrase) {
    char line[256];
    unsigned char digest[32];
    snprintf(line, sizeof line, "%s$%s", account->salt, passphrase);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    SHA256((const unsigned char *)line, strlen(line), digest);
    return fwrite(digest, 1, sizeof digest, out) == sizeof digest;
}

/* A file and its name are no secrets. */
int good_store(FILE *out, const struct account *account, const char *path) {
    char line[256];
    unsigned char digest[32];
    snprintf(line, sizeof line, "%s$%s", account->salt, path);
    SHA256((const unsigned char *)line, strlen(line), digest);
    return fwrite(digest, 1, sizeof digest, out) == sizeof digest;
}

static void digest_of(const char *password, const char *salt, unsigned char *digest) {
    gcry_md_hd_t context;
    gcry_md_open(&context, GCRY_MD_SHA256, 0);
    gcry_md_write(context, salt, strlen(salt));
    gcry_md_write(context, password, strlen(password));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/low-cost-kdf]}}
    memcpy(digest, gcry_md_read(context, GCRY_MD_SHA256), 32);
    gcry_md_close(context);
}

int bad_compare(const struct account *account, const char *password) {
    unsigned char digest[32];
    digest_of(password, account->salt, digest);
    return memcmp(digest, account->proof, sizeof digest) == 0;
}
