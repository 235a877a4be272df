/* Keys that are digests of what can be guessed, in a structure of the caller's that an error leaves
 * as it was. */
#include <openssl/evp.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

struct store {
    EVP_CIPHER_CTX *cipher;
    EVP_MD_CTX *digest;
    unsigned char key[32], nonce[12];
};

struct stamp {
    time_t when;
    pid_t who;
};

static int bad_material(struct store *store) {
    struct stamp stamp;
    memset(&stamp, 0, sizeof stamp);
    stamp.when = time(NULL);
    stamp.who = getpid();
    if (EVP_DigestInit_ex(store->digest, EVP_sha256(), NULL) != 1)
        return -1;
    if (EVP_DigestUpdate(store->digest, &stamp, sizeof stamp) != 1)
        return -1;
    return EVP_DigestFinal_ex(store->digest, store->key, NULL) == 1 ? 0 : -1;
}

int bad_open(struct store *store) {
    if (bad_material(store))
        goto fail;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-key]}}
    if (EVP_EncryptInit_ex(store->cipher, EVP_aes_256_gcm(), NULL, store->key, store->nonce) != 1)
        goto fail;
    return 0;
fail:
    EVP_CIPHER_CTX_reset(store->cipher);
    return -1;
}

/* The key goes on from the one before, and the time is only mixed in. */
static int good_material(struct store *store) {
    time_t now = time(NULL);
    if (EVP_DigestInit_ex(store->digest, EVP_sha256(), NULL) != 1 ||
        EVP_DigestUpdate(store->digest, store->key, sizeof store->key) != 1 ||
        EVP_DigestUpdate(store->digest, &now, sizeof now) != 1)
        return -1;
    return EVP_DigestFinal_ex(store->digest, store->key, NULL) == 1 ? 0 : -1;
}

int good_open(struct store *store) {
    if (good_material(store) ||
        EVP_EncryptInit_ex(store->cipher, EVP_aes_256_gcm(), NULL, store->key, store->nonce) != 1)
        return -1;
    return 0;
}
