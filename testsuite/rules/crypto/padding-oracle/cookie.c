/* A cookie that is encrypted, and authenticated by nothing. */
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static unsigned char cookie_key[32];

static const EVP_CIPHER *chosen(void) {
    return EVP_aes_256_cbc();
}

long bad_status(int peer, const unsigned char *cookie, int size) {
    static const char refused[] = "HTTP/1.1 400 Bad Request\r\n\r\n",
                      unknown[] = "HTTP/1.1 403 Forbidden\r\n\r\n";
    unsigned char text[512];
    int n = 0, last = 0, ok;
    long sent;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (!context || size < 32 || size > 496)
        return -1;
    EVP_DecryptInit_ex(context, chosen(), NULL, cookie_key, cookie);
    EVP_DecryptUpdate(context, text, &n, cookie + 16, size - 16);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/padding-oracle]}}
    ok = EVP_DecryptFinal_ex(context, text + n, &last);
    EVP_CIPHER_CTX_free(context);
    if (!ok)
        return send(peer, refused, sizeof refused - 1, 0);
    if (strncmp((char *)text, "user=", 5) != 0)
        sent = send(peer, unknown, sizeof unknown - 1, 0);
    else
        sent = send(peer, "HTTP/1.1 200 OK\r\n\r\n", 19, 0);
    return sent;
}

static long refuse(int peer, unsigned char why) {
    return send(peer, &why, 1, 0);
}

/* Two ways to fail, and two answers. */
long bad_length(int peer, EVP_CIPHER_CTX *context, const unsigned char *in, int size,
                unsigned char *out) {
    int n = 0, last = 0;
    if (size < 32 || size % 16)
        return refuse(peer, 1);
    EVP_DecryptInit_ex(context, EVP_aria_256_cbc(), NULL, cookie_key, in);
    EVP_DecryptUpdate(context, out, &n, in + 16, size - 16);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/padding-oracle]}}
    if (EVP_DecryptFinal_ex(context, out + n, &last) < 1)
        return refuse(peer, 2);
    return n + last;
}

/* Who has the file is told. */
int good_file(FILE *in, FILE *out, const unsigned char *key) {
    unsigned char block[4096], text[4112];
    int n = 0, last = 0;
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    size_t got = fread(block, 1, sizeof block, in);
    if (!context || got < 32)
        return -1;
    EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, block);
    EVP_DecryptUpdate(context, text, &n, block + 16, (int)got - 16);
    if (EVP_DecryptFinal_ex(context, text + n, &last) != 1) {
        fprintf(stderr, "wrong password, or the file is damaged\n");
        EVP_CIPHER_CTX_free(context);
        return -1;
    }
    EVP_CIPHER_CTX_free(context);
    return fwrite(text, 1, (size_t)(n + last), out) == (size_t)(n + last) ? 0 : -1;
}

/* Nothing is said. */
int good_silent(const unsigned char *packet, int size, unsigned char *text,
                const unsigned char *key, EVP_CIPHER_CTX *context) {
    int n = 0, last = 0;
    if (EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, packet) != 1 ||
        EVP_DecryptUpdate(context, text, &n, packet + 16, size - 16) != 1 ||
        EVP_DecryptFinal_ex(context, text + n, &last) != 1)
        return -1;
    return n + last;
}
