/* An archive whose nonces are digests of the names of its files: what is put there again under the
 * same name is encrypted with the same. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <string.h>

struct archive {
    unsigned char key[32];
    EVP_CIPHER_CTX *context;
};

static int digest_of(const char *name, unsigned char out[32]) {
    return EVP_Digest(name, strlen(name), out, NULL, EVP_sha256(), NULL);
}

static int bad_begin(struct archive *archive, const char *name) {
    unsigned char digest[32], nonce[12];
    if (digest_of(name, digest) != 1)
        return 0;
    memcpy(nonce, digest + 4, sizeof nonce);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return EVP_EncryptInit_ex(archive->context, EVP_chacha20_poly1305(), NULL, archive->key, nonce);
}

/* The name is authenticated, and the nonce is drawn. */
static int good_begin(struct archive *archive, const char *name, unsigned char nonce[12]) {
    int n;
    return RAND_bytes(nonce, 12) == 1 &&
           EVP_EncryptInit_ex(archive->context, EVP_chacha20_poly1305(), NULL, archive->key,
                              nonce) == 1 &&
           EVP_EncryptUpdate(archive->context, NULL, &n, (const unsigned char *)name,
                             (int)strlen(name)) == 1;
}

/* Each name has a key of its own, and a file is written once. */
static int good_keyed(struct archive *archive, const char *name, const unsigned char *master) {
    unsigned char digest[32], nonce[12] = {0}, text[64];
    if (digest_of(name, digest) != 1)
        return 0;
    memcpy(text, master, 32);
    memcpy(text + 32, digest, 32);
    return EVP_Digest(text, sizeof text, archive->key, NULL, EVP_sha256(), NULL) == 1 &&
           RAND_bytes(nonce, sizeof nonce) == 1 &&
           EVP_EncryptInit_ex(archive->context, EVP_aes_256_gcm(), NULL, archive->key, nonce);
}

/* What is hashed is what is encrypted, under a key: the same only for the same text. */
static int good_of_data(struct archive *archive, const unsigned char *data, size_t size,
                        const unsigned char *second) {
    unsigned char code[32];
    size_t n = sizeof code;
    return EVP_Q_mac(NULL, "HMAC", NULL, "SHA256", NULL, second, 32, data, size, code, n, &n) &&
           EVP_EncryptInit_ex(archive->context, EVP_aes_256_gcm(), NULL, archive->key, code);
}

int main(int argc, char **argv) {
    static struct archive archive, keyed;
    unsigned char master[32], drawn[12];
    FILE *keys = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (!keys || fread(archive.key, 1, 32, keys) != 32 || fread(master, 1, 32, keys) != 32)
        return 1;
    archive.context = EVP_CIPHER_CTX_new();
    for (int i = 2; i < argc; i++) {
        bad_begin(&archive, argv[i]);
        good_begin(&archive, argv[i], drawn);
        good_of_data(&archive, (const unsigned char *)argv[i], strlen(argv[i]), master);
        good_keyed(&keyed, argv[i], master);
    }
    EVP_CIPHER_CTX_free(archive.context);
    return fclose(keys);
}
