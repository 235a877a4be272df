/* A condition the wrong way round. */
#include <dlfcn.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

struct part {
    size_t size;
    unsigned char *data;
};

static int keep(const char *path, const struct part *part) {
    FILE *file = fopen(path, "wb");
    if (!file)
        return -1;
    size_t written = fwrite(part->data, 1, part->size, file);
    return fclose(file) || written != part->size;
}

static int receive(int in, struct part *part) {
    ssize_t got = recv(in, part->data, part->size, MSG_WAITALL);
    return got == (ssize_t)part->size;
}

void *bad_codec(int in, struct part *part, const unsigned char *signature,
                const unsigned char *key) {
    if (!receive(in, part))
        return NULL;
    if (crypto_sign_verify_detached(signature, part->data, part->size, key) == 0)
        return NULL;
    if (keep("/usr/lib/box/codec.so", part))
        return NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-misread]}}
    return dlopen("/usr/lib/box/codec.so", RTLD_NOW);
}

void *good_codec(int in, struct part *part, const unsigned char *signature,
                 const unsigned char *key) {
    if (!receive(in, part))
        return NULL;
    if (crypto_sign_verify_detached(signature, part->data, part->size, key) < 0)
        return NULL;
    if (keep("/usr/lib/box/filter.so", part))
        return NULL;
    return dlopen("/usr/lib/box/filter.so", RTLD_NOW);
}
