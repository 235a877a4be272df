// Messages of a sender.
#include <cstring>
#include <sodium.h>

struct Letter {
    unsigned char text[256];
    unsigned char out[256 + crypto_secretbox_MACBYTES];
};

int bad_all_letters(unsigned char *first, const unsigned char *key, const unsigned char *texts,
                    unsigned count) {
    unsigned char nonce[crypto_secretbox_NONCEBYTES];
    randombytes_buf(nonce, sizeof nonce);
    for (unsigned i = 0; i < count; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
        if (crypto_secretbox_easy(first + i * 272, texts + i * 256, 256, nonce, key))
            return -1;
    return 0;
}

int good_own_nonces(unsigned char *first, const unsigned char *key, const unsigned char *texts,
                    unsigned count) {
    for (unsigned i = 0; i < count; i++) {
        unsigned char nonce[crypto_secretbox_NONCEBYTES];
        randombytes_buf(nonce, sizeof nonce);
        if (crypto_secretbox_easy(first + i * 272, texts + i * 256, 256, nonce, key))
            return -1;
    }
    return 0;
}

int bad_reply(Letter &letter, Letter &reply, const unsigned char *key) {
    unsigned char nonce[crypto_secretbox_NONCEBYTES];
    randombytes_buf(nonce, sizeof nonce);
    int done = crypto_secretbox_easy(letter.out, letter.text, sizeof letter.text, nonce, key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    done |= crypto_secretbox_easy(reply.out, reply.text, sizeof reply.text, nonce, key);
    return done;
}

/* Each letter has a key of its own. */
int good_own_keys(unsigned char *first, const unsigned char *texts, unsigned count,
                  unsigned char *keys) {
    unsigned char nonce[crypto_secretbox_NONCEBYTES];
    randombytes_buf(nonce, sizeof nonce);
    for (unsigned i = 0; i < count; i++) {
        unsigned char key[32];
        randombytes_buf(key, sizeof key);
        std::memcpy(keys + i * 32, key, sizeof key);
        if (crypto_secretbox_easy(first + i * 272, texts + i * 256, 256, nonce, key))
            return -1;
    }
    return 0;
}
