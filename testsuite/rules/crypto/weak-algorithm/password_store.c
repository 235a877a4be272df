/* MD5 of a password guards an account; MD5 of an address only names a file of a cache. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/md5.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int bad_login(const unsigned char *stored) {
    unsigned char digest[MD5_DIGEST_LENGTH];
    const char *word = getpass("Password: ");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-algorithm]}}
    MD5((const unsigned char *)word, strlen(word), digest);
    return memcmp(digest, stored, sizeof digest) == 0;
}

FILE *good_cache(const char *address) {
    unsigned char digest[MD5_DIGEST_LENGTH];
    char path[64] = "/var/cache/pages/";
    size_t used = strlen(path);
    MD5((const unsigned char *)address, strlen(address), digest);
    for (size_t i = 0; i < sizeof digest; i++)
        used += (size_t)snprintf(path + used, sizeof path - used, "%02x", digest[i]);
    return fopen(path, "rb");
}

/* The choice comes first, and says nothing of what will be digested. */
void bad_in_steps(unsigned char out[MD5_DIGEST_LENGTH]) {
    MD5_CTX context;
    const char *word = getpass("Password: ");
    MD5_Init(&context);
    // expected-warning-re@+1 {{{{.*}}storing a password{{.*}}[vitrine: crypto/weak-algorithm]}}
    MD5_Update(&context, word, strlen(word));
    MD5_Final(out, &context);
}
