/* EVP_VerifyFinal gives 1, 0, and -1 for errors: "not zero" is not "verified". */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int bad_script(int in, EVP_PKEY *key) {
    char script[4096] = {0};
    unsigned char signature[256];
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (recv(in, signature, sizeof signature, MSG_WAITALL) != sizeof signature ||
        recv(in, script, sizeof script - 1, MSG_WAITALL) <= 0)
        return -1;
    EVP_VerifyInit(context, EVP_sha256());
    EVP_VerifyUpdate(context, script, strlen(script));
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    if (!EVP_VerifyFinal(context, signature, sizeof signature, key))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-misread]}}
    return system(script);
}

int good_script(int in, EVP_PKEY *key) {
    char script[4096] = {0};
    unsigned char signature[256];
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (recv(in, signature, sizeof signature, MSG_WAITALL) != sizeof signature ||
        recv(in, script, sizeof script - 1, MSG_WAITALL) <= 0)
        return -1;
    EVP_VerifyInit(context, EVP_sha256());
    EVP_VerifyUpdate(context, script, strlen(script));
    if (EVP_VerifyFinal(context, signature, sizeof signature, key) <= 0)
        return -1;
    return system(script);
}
