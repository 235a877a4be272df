/* A server that writes to whom it accepted. */
#include <openssl/evp.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static unsigned char key[32];

static int read_text(EVP_CIPHER_CTX *context, int client, unsigned char *text, int tells) {
    unsigned char packet[1024];
    int n = 0, last = 0;
    ssize_t got = read(client, packet, sizeof packet);
    if (got < 32 || !EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, packet) ||
        !EVP_DecryptUpdate(context, text, &n, packet + 16, (int)got - 16))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/padding-oracle]}}
    if (!EVP_DecryptFinal_ex(context, text + n, &last)) {
        if (tells && write(client, "bad end\n", 8) != 8)
            return -2;
        return -1;
    }
    return n + last;
}

static int good_read_text(EVP_CIPHER_CTX *context, int client, unsigned char *text) {
    unsigned char packet[1024];
    int n = 0, last = 0;
    ssize_t got = read(client, packet, sizeof packet);
    if (got < 32 || !EVP_DecryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, packet) ||
        !EVP_DecryptUpdate(context, text, &n, packet + 16, (int)got - 16))
        return -1;
    if (!EVP_DecryptFinal_ex(context, text + n, &last)) {
        fprintf(stderr, "bad end\n");
        return -1;
    }
    return n + last;
}

int serve(int at, FILE *log) {
    unsigned char text[1040];
    int client = accept(at, NULL, NULL);
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    if (client < 0 || !context)
        return -1;
    int n = read_text(context, client, text, log != NULL);
    int m = good_read_text(context, client, text);
    EVP_CIPHER_CTX_free(context);
    return n < 0 ? n : m;
}
