#ifndef LINK_H
#define LINK_H

#include <openssl/evp.h>

struct link {
    int fd;
    EVP_CIPHER_CTX *in;
    unsigned char key[32];
};

void link_fail(const struct link *link, int code);

#endif
