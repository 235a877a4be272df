/* The kernel's generator is read as a file: nobody looks at how much came. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <fcntl.h>
#include <openssl/aes.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <unistd.h>

int bad_opened(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[32];
    int device = open("/dev/urandom", O_RDONLY);
    read(device, key, sizeof key);
    close(device);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, nonce);
}

int good_looked(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[32];
    int device = open("/dev/urandom", O_RDONLY);
    if (device < 0 || read(device, key, sizeof key) != sizeof key)
        return 0;
    close(device);
    return EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, nonce);
}

/* Opened once, read at each session. */
static struct {
    FILE *pool;
    unsigned char bytes[16];
} drawn;

void start(void) {
    drawn.pool = fopen("/dev/random", "r");
}

void bad_kept(AES_KEY *schedule) {
    fread(drawn.bytes, sizeof drawn.bytes, 1, drawn.pool);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    AES_set_encrypt_key(drawn.bytes, 128, schedule);
}

void good_kept(AES_KEY *schedule) {
    if (fread(drawn.bytes, sizeof drawn.bytes, 1, drawn.pool) == 1)
        AES_set_encrypt_key(drawn.bytes, 128, schedule);
}

static void scoop(unsigned char *into, size_t size) {
    int device = open("/dev/urandom", O_RDONLY | O_CLOEXEC);
    read(device, into, size);
    close(device);
}

void bad_scooped(AES_KEY *schedule) {
    unsigned char key[24];
    scoop(key, sizeof key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    AES_set_encrypt_key(key, 192, schedule);
}

/* No generator: somebody's file. */
void good_file(AES_KEY *schedule, int file) {
    unsigned char key[16];
    read(file, key, sizeof key);
    AES_set_encrypt_key(key, 128, schedule);
}
