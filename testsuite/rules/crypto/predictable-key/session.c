/* Keys of sessions: from a generator that time and process number start, or from the system. The
 * same generator is good enough to spread retries. */
#include <openssl/evp.h>
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

int bad_begin(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[16];
    srand((unsigned)time(NULL) ^ (unsigned)getpid());
    for (size_t i = 0; i < sizeof key; i++)
        key[i] = (unsigned char)(rand() >> 4);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, nonce);
}

int good_begin(EVP_CIPHER_CTX *context, const unsigned char *nonce) {
    unsigned char key[16];
    if (getrandom(key, sizeof key, 0) != (ssize_t)sizeof key)
        return 0;
    return EVP_EncryptInit_ex(context, EVP_aes_128_gcm(), NULL, key, nonce);
}

void good_backoff(int attempt) {
    unsigned most = 1u << (attempt < 6 ? attempt : 6);
    srand((unsigned)time(NULL));
    sleep(1 + (unsigned)rand() % most);
}
