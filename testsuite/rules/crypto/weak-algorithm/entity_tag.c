/* MD5 and SHA-1 where nothing depends on their strength: this file has no bad half. */
// expected-no-diagnostics
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>

void good_entity_tag(FILE *reply, const void *body, size_t size) {
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    EVP_Digest(body, size, digest, &length, EVP_md5(), NULL);
    fprintf(reply, "ETag: \"%02x%02x%02x%02x\"\r\n", digest[0], digest[1], digest[2], digest[3]);
}

unsigned good_bucket(const char *name, unsigned buckets) {
    unsigned char digest[SHA_DIGEST_LENGTH];
    SHA1((const unsigned char *)name, strlen(name), digest);
    return (digest[0] | (unsigned)digest[1] << 8) % buckets;
}
