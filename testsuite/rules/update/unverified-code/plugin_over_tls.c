/* A shared object arrives over TLS and is loaded; TLS tells who sent it, not who made it. */
#include <dlfcn.h>
#include <fcntl.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <string.h>
#include <unistd.h>

enum { ROOM = 1 << 16, SIGNATURE = 64 };

static int receive(SSL *tls, unsigned char *data) {
    int used = 0, got;
    while (used < ROOM && (got = SSL_read(tls, data + used, ROOM - used)) > 0)
        used += got;
    return used;
}

static int save(const char *path, const unsigned char *data, int size) {
    int out = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out < 0)
        return -1;
    ssize_t written = write(out, data, (size_t)size);
    return close(out) == 0 && written == size ? 0 : -1;
}

void *bad_load(SSL *tls) {
    static unsigned char data[ROOM];
    int size = receive(tls, data);
    if (size <= 0 || save("/run/codec.so", data, size))
        return NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return dlopen("/run/codec.so", RTLD_NOW);
}

/* Gives 0 if DATA starts with a good signature over the rest. */
static int check(EVP_PKEY *vendor, const unsigned char *data, int size) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int good = 0;
    if (!context)
        return -1;
    if (size > SIGNATURE && EVP_DigestVerifyInit(context, NULL, NULL, NULL, vendor) == 1)
        good = EVP_DigestVerify(context, data, SIGNATURE, data + SIGNATURE,
                                (size_t)size - SIGNATURE) == 1;
    EVP_MD_CTX_free(context);
    return good ? 0 : -1;
}

void *good_load(SSL *tls, EVP_PKEY *vendor) {
    static unsigned char data[ROOM];
    int size = receive(tls, data);
    if (check(vendor, data, size) != 0)
        return NULL;
    if (save("/run/filter.so", data + SIGNATURE, size - SIGNATURE))
        return NULL;
    return dlopen("/run/filter.so", RTLD_NOW);
}
