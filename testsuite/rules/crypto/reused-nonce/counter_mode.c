/* Counter mode: each message is told where the counter begins. */
#include <gcrypt.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct pipe {
    gcry_cipher_hd_t cipher;
    unsigned char first[16];
    uint64_t messages;
};

static int open_pipe(struct pipe *pipe, const unsigned char *key) {
    if (gcry_cipher_open(&pipe->cipher, GCRY_CIPHER_AES256, GCRY_CIPHER_MODE_CTR, 0) ||
        gcry_cipher_setkey(pipe->cipher, key, 32))
        return -1;
    gcry_create_nonce(pipe->first, 12);
    memset(pipe->first + 12, 0, 4);
    return write(1, pipe->first, sizeof pipe->first) == 16 ? 0 : -1;
}

static int begin_again(struct pipe *pipe) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/reused-nonce]}}
    return gcry_cipher_setctr(pipe->cipher, pipe->first, sizeof pipe->first) ? -1 : 0;
}

static int bad_write(struct pipe *pipe, unsigned char *text, size_t n) {
    if (begin_again(pipe) || gcry_cipher_encrypt(pipe->cipher, text, n, NULL, 0))
        return -1;
    return write(1, text, n) == (ssize_t)n ? 0 : -1;
}

static struct pipe counted, streamed;

static int good_counted(unsigned char *text, size_t n) {
    unsigned char counter[16];
    memcpy(counter, counted.first, 8);
    for (int i = 0; i < 8; i++)
        counter[8 + i] = (unsigned char)(counted.messages >> (56 - 8 * i));
    counted.messages += (n + 15) / 16;
    if (gcry_cipher_setctr(counted.cipher, counter, sizeof counter) ||
        gcry_cipher_encrypt(counted.cipher, text, n, NULL, 0))
        return -1;
    return write(1, text, n) == (ssize_t)n ? 0 : -1;
}

/* The library goes on from where it was. */
static int good_streamed(unsigned char *text, size_t n) {
    if (gcry_cipher_encrypt(streamed.cipher, text, n, NULL, 0))
        return -1;
    return write(1, text, n) == (ssize_t)n ? 0 : -1;
}

int main(int argc, char **argv) {
    static struct pipe pipe;
    unsigned char key[32], line[256];
    FILE *file = argc > 1 ? fopen(argv[1], "rb") : NULL;
    if (!file || fread(key, 1, sizeof key, file) != sizeof key || open_pipe(&pipe, key) ||
        open_pipe(&counted, key) || open_pipe(&streamed, key))
        return 1;
    gcry_cipher_setctr(streamed.cipher, streamed.first, 16);
    while (fgets((char *)line, sizeof line, stdin)) {
        size_t n = strlen((char *)line);
        if (bad_write(&pipe, line, n) || good_counted(line, n) || good_streamed(line, n))
            return 1;
    }
    return 0;
}
