/* Counters as nonces: under a key of this connection they may begin at 0, under one that stays they
 * may not. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct line {
    unsigned char key[32];
    uint64_t count;
    int out;
};

static int again(struct line *line) {
    close(line->out);
    line->out = socket(AF_INET, SOCK_STREAM, 0);
    line->count = 0;
    return line->out;
}

static int bad_send(struct line *line, const unsigned char *text, int n) {
    unsigned char nonce[12] = {0}, out[1040];
    int size = 0;
    memcpy(nonce + 4, &line->count, sizeof line->count);
    line->count++;
    EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
    // report@+1: crypto/reused-nonce
    EVP_EncryptInit_ex(cipher, EVP_chacha20(), NULL, line->key, nonce);
    EVP_EncryptUpdate(cipher, out, &size, text, n);
    EVP_CIPHER_CTX_free(cipher);
    return send(line->out, out, (size_t)size, 0) < 0 ? again(line) : 0;
}

int bad_talk(int in) {
    struct line line = {.count = 0, .out = 3};
    unsigned char text[1024];
    if (RAND_bytes(line.key, sizeof line.key) != 1)
        return -1;
    for (ssize_t n; (n = read(in, text, sizeof text)) > 0;)
        if (bad_send(&line, text, (int)n) < 0)
            return -1;
    return 0;
}

static int anew(struct line *line) {
    close(line->out);
    line->out = socket(AF_INET, SOCK_STREAM, 0);
    line->count = 0;
    return RAND_bytes(line->key, sizeof line->key) == 1 ? line->out : -1;
}

static int good_send(struct line *line, const unsigned char *text, int n) {
    unsigned char nonce[12] = {0}, out[1040];
    int size = 0;
    memcpy(nonce + 4, &line->count, sizeof line->count);
    line->count++;
    EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
    EVP_EncryptInit_ex(cipher, EVP_chacha20(), NULL, line->key, nonce);
    EVP_EncryptUpdate(cipher, out, &size, text, n);
    EVP_CIPHER_CTX_free(cipher);
    return send(line->out, out, (size_t)size, 0) < 0 ? anew(line) : 0;
}

int good_talk(int in) {
    struct line line = {.count = 0, .out = 3};
    unsigned char text[1024];
    if (RAND_bytes(line.key, sizeof line.key) != 1)
        return -1;
    for (ssize_t n; (n = read(in, text, sizeof text)) > 0;)
        if (good_send(&line, text, (int)n) < 0)
            return -1;
    return 0;
}
