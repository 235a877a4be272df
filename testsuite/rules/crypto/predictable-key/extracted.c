/* An HKDF of the program's own (RFC 5869): the salt is the key of a code, and may be anything. */
#include <openssl/evp.h>
#include <stdint.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

struct code {
    EVP_MAC_CTX *context;
};

static int code_begin(struct code *code, const void *key, size_t n) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_MAC_init(code->context, key, n, NULL);
}

static int code_add(struct code *code, const void *data, size_t n) {
    return EVP_MAC_update(code->context, data, n);
}

static int code_end(struct code *code, unsigned char out[32]) {
    size_t n;
    return EVP_MAC_final(code->context, out, &n, 32);
}

static uint32_t number(void) {
    return (uint32_t)time(NULL) * 2654435761u;
}

int good_extract(struct code *code, unsigned char okm[32]) {
    unsigned char secret[32], prk[32];
    uint32_t salt = number();
    if (getrandom(secret, sizeof secret, 0) != sizeof secret)
        return -1;
    if (!code_begin(code, &salt, sizeof salt) || !code_add(code, secret, sizeof secret) ||
        !code_end(code, prk))
        return -1;
    return code_begin(code, prk, sizeof prk) && code_add(code, "use\1", 4) && code_end(code, okm)
               ? 0
               : -1;
}

/* The same as a key of messages. */
int bad_key(struct code *code, const void *message, size_t n, unsigned char out[32]) {
    time_t key = time(NULL) ^ 0x5ca1ab1e;
    return code_begin(code, &key, sizeof key) && code_add(code, message, n) && code_end(code, out);
}
