/* Keys that hold nothing when they are used: cleared too early, or never filled. */
#include <gcrypt.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <sodium.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

struct job {
    uint8_t key[32], iv[16];
    EVP_CIPHER_CTX *cipher;
};

static void end(struct job *job) {
    OPENSSL_cleanse(job->key, sizeof job->key);
}

static int begin(struct job *job) {
    return RAND_bytes(job->key, sizeof job->key) == 1 && RAND_bytes(job->iv, sizeof job->iv) == 1;
}

int bad_ended_first(struct job *job, const uint8_t *in, int n, uint8_t *out) {
    int size = 0;
    if (!begin(job))
        return -1;
    end(job);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    EVP_EncryptInit_ex(job->cipher, EVP_aes_256_ctr(), NULL, job->key, job->iv);
    EVP_EncryptUpdate(job->cipher, out, &size, in, n);
    return size;
}

int good_ended_last(struct job *job, const uint8_t *in, int n, uint8_t *out) {
    int size = 0;
    if (!begin(job))
        return -1;
    EVP_EncryptInit_ex(job->cipher, EVP_aes_256_ctr(), NULL, job->key, job->iv);
    EVP_EncryptUpdate(job->cipher, out, &size, in, n);
    end(job);
    return size;
}

int bad_cleared_again(gcry_cipher_hd_t cipher) {
    unsigned char key[32];
    gcry_randomize(key, sizeof key, GCRY_STRONG_RANDOM);
    memset(key, 0, sizeof key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    return (int)gcry_cipher_setkey(cipher, key, sizeof key);
}

int good_cleared_first(gcry_cipher_hd_t cipher) {
    unsigned char key[32];
    memset(key, 0, sizeof key);
    gcry_randomize(key, sizeof key, GCRY_STRONG_RANDOM);
    return (int)gcry_cipher_setkey(cipher, key, sizeof key);
}

/* What is drawn goes beside the key. */
struct box {
    uint8_t key[32], scratch[32], nonce[24];
};

static int fill(struct box **box) {
    struct box *made = calloc(1, sizeof *made);
    if (!made)
        return -1;
    if (getrandom(made->scratch, sizeof made->key, 0) != 32 ||
        getrandom(made->nonce, sizeof made->nonce, 0) != 24) {
        free(made);
        return -1;
    }
    *box = made;
    return 0;
}

int bad_beside(const uint8_t *in, size_t n, uint8_t *out) {
    struct box *box;
    if (fill(&box))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reduced-keyspace]}}
    int failed = crypto_secretbox_easy(out, in, n, box->nonce, box->key);
    free(box);
    return failed;
}

static int fill_key(struct box **box) {
    struct box *made = calloc(1, sizeof *made);
    if (!made)
        return -1;
    if (getrandom(made->key, sizeof made->key, 0) != 32 ||
        getrandom(made->nonce, sizeof made->nonce, 0) != 24) {
        free(made);
        return -1;
    }
    *box = made;
    return 0;
}

int good_inside(const uint8_t *in, size_t n, uint8_t *out) {
    struct box *box;
    if (fill_key(&box))
        return -1;
    int failed = crypto_secretbox_easy(out, in, n, box->nonce, box->key);
    free(box);
    return failed;
}

/* Somebody else fills it. */
extern int fetch_key(uint8_t *key, size_t size);

int good_fetched(const uint8_t *in, size_t n, uint8_t *out) {
    uint8_t key[32] = {0}, nonce[24];
    randombytes_buf(nonce, sizeof nonce);
    if (fetch_key(key, sizeof key))
        return -1;
    return crypto_secretbox_easy(out, in, n, nonce, key);
}

/* A test with known answers may have any key. */
int good_selftest(EVP_CIPHER_CTX *cipher) {
    static const uint8_t wanted[16] = {0xdc, 0x95, 0xc0, 0x78, 0xa2, 0x40, 0x89, 0x89,
                                       0xad, 0x48, 0xa2, 0x14, 0x92, 0x84, 0x20, 0x87};
    uint8_t key[32] = {0}, block[16] = {0}, out[16];
    int n = 0;
    EVP_EncryptInit_ex(cipher, EVP_aes_256_ctr(), NULL, key, block);
    EVP_EncryptUpdate(cipher, out, &n, block, sizeof block);
    return memcmp(out, wanted, sizeof wanted) == 0;
}
