#include "link.h"

int receive(struct link *link, const unsigned char *in, int size, unsigned char *out) {
    int n = 0, last = 0;
    if (EVP_CipherInit_ex(link->in, EVP_camellia_256_cbc(), NULL, link->key, in, 0) != 1 ||
        EVP_DecryptUpdate(link->in, out, &n, in + 16, size - 16) != 1)
        return -1;
    // report@+1: crypto/padding-oracle
    if (EVP_DecryptFinal_ex(link->in, out + n, &last) == 0) {
        link_fail(link, 42);
        return -1;
    }
    return n + last;
}
