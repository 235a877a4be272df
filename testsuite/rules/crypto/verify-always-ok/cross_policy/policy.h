#ifndef POLICY_H
#define POLICY_H

#include <openssl/ssl.h>

struct policy {
    const char *name;
    int (*judge)(int ok, X509_STORE_CTX *store);
};

const struct policy *policy_for(const char *host);
void policy_apply(SSL_CTX *context, const struct policy *policy);

#endif
