/* One function encrypts and decrypts: which of both, a field of the job says. */
#include <openssl/evp.h>
#include <stdio.h>

static const unsigned char vector[16] = "two-way-vector-7";

struct job {
    EVP_CIPHER_CTX *context;
    int direction;
};

static int begin(const struct job *job, const unsigned char *key, const unsigned char *start) {
    return EVP_CipherInit_ex(job->context, EVP_aes_128_cbc(), NULL, key, start, job->direction);
}

static int begin_any(const struct job *job, const unsigned char *key) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/constant-nonce]}}
    return EVP_CipherInit_ex(job->context, EVP_aes_128_cbc(), NULL, key, vector, job->direction);
}

int bad_seal(struct job *job, const unsigned char *key) {
    job->direction = 1;
    return begin_any(job, key);
}

/* What others sealed with it can be opened with it alone. */
int good_open(struct job *job, const unsigned char *key) {
    job->direction = 0;
    return begin(job, key, vector);
}
