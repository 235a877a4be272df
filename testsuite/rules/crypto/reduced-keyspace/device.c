/* What is read of the system's generator is no more than was asked for. */
#include <fcntl.h>
#include <openssl/evp.h>
#include <sodium.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

extern const unsigned char *nonce_of(const void *message);

static int draw(void *to, size_t size) {
    int in = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    if (in < 0)
        return -1;
    ssize_t got = read(in, to, size);
    close(in);
    return got == (ssize_t)size ? 0 : -1;
}

int bad_number(const unsigned char *in, size_t size, unsigned char *out) {
    unsigned char key[crypto_secretbox_KEYBYTES];
    uint32_t seed = 0;
    int device = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    if (device < 0 || read(device, &seed, sizeof seed) != sizeof seed)
        return -1;
    close(device);
    crypto_generichash(key, sizeof key, (const unsigned char *)&seed, sizeof seed, NULL, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return crypto_secretbox_easy(out, in, size, nonce_of(in), key);
}

struct pool {
    unsigned char seed[3];
};

int bad_pool(EVP_CIPHER_CTX *cipher, struct pool *pool, const unsigned char *in) {
    unsigned char key[32];
    FILE *device = fopen("/dev/random", "rb");
    if (!device)
        return -1;
    if (fread(pool->seed, sizeof pool->seed, 1, device) != 1) {
        fclose(device);
        return -1;
    }
    fclose(device);
    EVP_Digest(pool->seed, sizeof pool->seed, key, NULL, EVP_sha256(), NULL);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), NULL, key, nonce_of(in));
}

int good_all(const unsigned char *in, size_t size, unsigned char *out) {
    unsigned char key[crypto_secretbox_KEYBYTES], seed[32];
    if (draw(seed, sizeof seed))
        return -1;
    crypto_generichash(key, sizeof key, seed, sizeof seed, NULL, 0);
    return crypto_secretbox_easy(out, in, size, nonce_of(in), key);
}

/* Other files may hold any number of secrets in a few bytes, and do not say so. */
int good_file(const unsigned char *in, size_t size, unsigned char *out) {
    unsigned char key[crypto_secretbox_KEYBYTES];
    uint32_t pin = 0;
    int file = open("/etc/locker/pin", O_RDONLY | O_CLOEXEC);
    if (file < 0 || read(file, &pin, sizeof pin) != sizeof pin)
        return -1;
    close(file);
    crypto_generichash(key, sizeof key, (const unsigned char *)&pin, sizeof pin, NULL, 0);
    return crypto_secretbox_easy(out, in, size, nonce_of(in), key);
}
