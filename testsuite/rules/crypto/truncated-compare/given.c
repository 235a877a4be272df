/* Codes that are compared as far as the text goes that they are held against. */
#include <openssl/hmac.h>
#include <stdio.h>
#include <string.h>

static int code_of(const unsigned char *key, const char *path, char hex[65]) {
    unsigned char code[32];
    unsigned int size = 0;
    if (!HMAC(EVP_sha256(), key, 32, (const unsigned char *)path, strlen(path), code, &size))
        return 0;
    for (unsigned int i = 0; i < size; i++)
        snprintf(hex + (size_t)(2 * i), 3, "%02x", code[i]);
    return 1;
}

int bad_link(const unsigned char *key, const char *path, const char *given) {
    char hex[65];
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return code_of(key, path, hex) && strncmp(hex, given, strlen(given)) == 0;
}

int good_link(const unsigned char *key, const char *path, const char *given) {
    char hex[65];
    if (strlen(given) != 64 || !code_of(key, path, hex))
        return 0;
    return strncmp(hex, given, strlen(given)) == 0;
}

int good_whole(const unsigned char *key, const char *path, const char *given) {
    char hex[65];
    return code_of(key, path, hex) && strncmp(hex, given, sizeof hex) == 0;
}
