#include <openssl/sha.h>
#include <string.h>

void bad_digest(const char *text, unsigned char out[20]) {
    // report@+1: crypto/unsalted
    SHA1((const unsigned char *)text, strlen(text), out);
}
