/* Without a key nobody checks. */
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static unsigned char part[1 << 16], signature[256];

static size_t receive(int in, unsigned char *data, size_t room) {
    size_t used = 0;
    ssize_t got;
    while (used < room && (got = recv(in, data + used, room - used, 0)) > 0)
        used += (size_t)got;
    return used;
}

static int install(const char *path, size_t size) {
    FILE *file = fopen(path, "wb");
    if (!file)
        return -1;
    size_t written = fwrite(part, 1, size, file);
    return fclose(file) || written != size;
}

static EVP_PKEY *load(const char *path) {
    FILE *file = fopen(path, "r");
    EVP_PKEY *key = file ? PEM_read_PUBKEY(file, NULL, NULL, NULL) : NULL;
    if (file)
        fclose(file);
    return key;
}

static int is_genuine(EVP_PKEY *key, size_t size) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int genuine = context && EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, key) == 1 &&
                  EVP_DigestVerify(context, signature, sizeof signature, part, size) == 1;
    EVP_MD_CTX_free(context);
    return genuine;
}

int bad_key(int in) {
    EVP_PKEY *key = load("/etc/box/vendor.pem");
    receive(in, signature, sizeof signature);
    size_t size = receive(in, part, sizeof part);
    if (key && !is_genuine(key, size))
        return -1;
    if (install("/tmp/box-setup", size))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-skipped]}}
    return execl("/tmp/box-setup", "box-setup", (char *)NULL);
}

int good_key(int in) {
    EVP_PKEY *key = load("/etc/box/vendor.pem");
    receive(in, signature, sizeof signature);
    size_t size = receive(in, part, sizeof part);
    if (!key || !is_genuine(key, size))
        return -1;
    if (install("/tmp/box-stable", size))
        return -1;
    return execl("/tmp/box-stable", "box-stable", (char *)NULL);
}
