/* A counter that begins at 0 with each start: the key comes from a file, or was drawn for this run.
 */
#include <openssl/rand.h>
#include <sodium.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static uint32_t sent, noted, kept;

static void put(int out, const unsigned char *text, size_t n, const unsigned char *key) {
    unsigned char nonce[12] = {0}, sealed[1040];
    unsigned long long size;
    sent++;
    memcpy(nonce, &sent, sizeof sent);
    // report@+1: crypto/reused-nonce
    crypto_aead_chacha20poly1305_ietf_encrypt(sealed, &size, text, n, NULL, 0, NULL, nonce, key);
    send(out, sealed, size, 0);
}

int bad_start(const char *path, int out, const unsigned char *text, size_t n) {
    unsigned char key[32];
    FILE *file = fopen(path, "rb");
    if (!file || fread(key, 1, sizeof key, file) != sizeof key)
        return -1;
    fclose(file);
    put(out, text, n, key);
    put(out, text + 1, n - 1, key);
    return 0;
}

static void put_noted(int out, const unsigned char *text, size_t n, const unsigned char *key) {
    unsigned char nonce[12] = {0}, sealed[1040];
    unsigned long long size;
    noted++;
    memcpy(nonce, &noted, sizeof noted);
    crypto_aead_chacha20poly1305_ietf_encrypt(sealed, &size, text, n, NULL, 0, NULL, nonce, key);
    send(out, sealed, size, 0);
}

int good_drawn(int out, const unsigned char *text, size_t n) {
    unsigned char key[32];
    if (RAND_bytes(key, sizeof key) != 1)
        return -1;
    put_noted(out, text, n, key);
    put_noted(out, text + 1, n - 1, key);
    return 0;
}

static void put_kept(int out, const unsigned char *text, size_t n, const unsigned char *key) {
    unsigned char nonce[12] = {0}, sealed[1040];
    unsigned long long size;
    kept++;
    memcpy(nonce, &kept, sizeof kept);
    crypto_aead_chacha20poly1305_ietf_encrypt(sealed, &size, text, n, NULL, 0, NULL, nonce, key);
    send(out, sealed, size, 0);
}

/* How many there were stands in the file as well. */
int good_kept(const char *path, int out, const unsigned char *text, size_t n) {
    unsigned char key[32];
    FILE *file = fopen(path, "r+b");
    if (!file || fread(key, 1, sizeof key, file) != sizeof key ||
        fread(&kept, 1, sizeof kept, file) != sizeof kept)
        return -1;
    put_kept(out, text, n, key);
    put_kept(out, text + 1, n - 1, key);
    fseek(file, sizeof key, SEEK_SET);
    fwrite(&kept, 1, sizeof kept, file);
    fclose(file);
    return 0;
}
