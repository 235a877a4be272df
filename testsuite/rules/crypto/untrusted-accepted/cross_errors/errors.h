#ifndef ERRORS_H
#define ERRORS_H

#include <openssl/ssl.h>

int judge(int ok, X509_STORE_CTX *store);
int judge_strictly(int ok, X509_STORE_CTX *store);

#endif
