/* The initial value of a counter is sent along with every record. */
#include <gcrypt.h>
#include <sys/socket.h>
#include <unistd.h>

static gcry_error_t begin(gcry_cipher_hd_t cipher, const unsigned char *key) {
    return gcry_cipher_setkey(cipher, key, 16);
}

int bad_counter(int peer, gcry_cipher_hd_t cipher) {
    unsigned char key[16], counter[16];
    gcry_randomize(key, sizeof key, GCRY_STRONG_RANDOM);
    if (begin(cipher, key))
        return -1;
    for (size_t i = 0; i < sizeof counter; i++)
        counter[i] = (unsigned char)(key[i] + 1);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/key-leak]}}
    return send(peer, counter, sizeof counter, 0) == (ssize_t)sizeof counter ? 0 : -1;
}

int good_counter(int peer, gcry_cipher_hd_t cipher) {
    unsigned char key[16], counter[16];
    gcry_randomize(key, sizeof key, GCRY_STRONG_RANDOM);
    gcry_create_nonce(counter, sizeof counter);
    if (begin(cipher, key))
        return -1;
    return send(peer, counter, sizeof counter, 0) == (ssize_t)sizeof counter ? 0 : -1;
}

/* A tool that makes keys writes them to a file that it was told. */
int good_kept(int file, gcry_cipher_hd_t cipher) {
    unsigned char key[16];
    gcry_randomize(key, sizeof key, GCRY_VERY_STRONG_RANDOM);
    if (begin(cipher, key))
        return -1;
    return write(file, key, sizeof key) == (ssize_t)sizeof key ? 0 : -1;
}
