/* One function derives for all: what was mixed with a key that nobody finds is no guess. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

extern unsigned char device_key[32];

static void mix(const unsigned char *key, const void *label, size_t size, unsigned char out[32]) {
    unsigned n = 32;
    HMAC(EVP_sha256(), key, 32, label, size, out, &n);
}

static int begin(EVP_CIPHER_CTX *context, const unsigned char *key, const unsigned char *iv) {
    return EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), NULL, key, iv);
}

/* The key of the device is in another program's memory, which this one maps. */
int good_hour(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    unsigned char key[32];
    time_t hour = time(NULL) / 3600;
    mix(device_key, &hour, sizeof hour, key);
    return begin(context, key, iv);
}

int good_kept(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    unsigned char master[32], key[32];
    FILE *file = fopen("/var/lib/relay/master.key", "rb");
    if (!file || fread(master, sizeof master, 1, file) != 1)
        return -1;
    fclose(file);
    mix(master, "relay", 5, key);
    return begin(context, key, iv);
}

int bad_hour(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    unsigned char key[32];
    unsigned n = 0;
    time_t hour = time(NULL) / 3600;
    EVP_Digest(&hour, sizeof hour, key, &n, EVP_sha256(), NULL);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_ctr(), NULL, key, iv);
}
