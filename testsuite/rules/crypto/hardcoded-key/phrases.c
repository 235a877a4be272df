/* Phrases, seeds and keys of the program that are handed over by an argument of their own. */
#include <linux/if_alg.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int ask(char *out, int size, int write, void *arg);

EVP_PKEY *bad_phrase(FILE *file) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return PEM_read_PrivateKey(file, NULL, NULL, "s3cret of 2019");
}

/* With a function that asks, the argument is that function's. */
EVP_PKEY *good_asked(FILE *file) {
    return PEM_read_PrivateKey(file, NULL, ask, "key of the server");
}

EVP_PKEY *good_given(FILE *file) {
    return PEM_read_PrivateKey(file, NULL, NULL, getenv("KEY_PHRASE"));
}

void bad_context(SSL_CTX *context) {
    static char phrase[] = "open sesame";
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    SSL_CTX_set_default_passwd_cb_userdata(context, phrase);
}

struct session {
    SSL_CTX *context;
    char phrase[64];
};

void good_context(struct session *session) {
    SSL_CTX_set_default_passwd_cb_userdata(session->context, session);
}

int bad_kernel(int cipher) {
    static const unsigned char key[16] = {0x11, 0x29, 0xa3, 0x5b, 0x77, 0x08, 0xce, 0x90,
                                          0x1f, 0x4d, 0x62, 0xb7, 0x3a, 0xd1, 0x55, 0xe8};
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    return setsockopt(cipher, SOL_ALG, ALG_SET_KEY, key, sizeof key);
}

/* Other options of sockets take constants every day. */
int good_option(int socket) {
    static const char device[] = "wlan0-uplink";
    return setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, device, sizeof device);
}

void bad_seed(unsigned char key[32]) {
    static const unsigned char seed[randombytes_SEEDBYTES] = "seed of the day, never changed";
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/hardcoded-key]}}
    randombytes_buf_deterministic(key, 32, seed);
}

void good_seed(unsigned char key[32]) {
    unsigned char seed[randombytes_SEEDBYTES];
    randombytes_buf(seed, sizeof seed);
    randombytes_buf_deterministic(key, 32, seed);
}

/* Options of sockets by their names: none of them is a key. */
static struct option {
    const char *name;
    int level, number, value;
} options[] = {
    {"linger", SOL_SOCKET, SO_LINGER, 90},
    {"congestion", 6, 13, 1},
    {NULL, 0, 0, 0},
};

static int set_option(int fd, const char *text) {
    const char *value = strchr(text, '=');
    int i = 0, number = value ? atoi(value + 1) : 1;
    while (options[i].name && strncmp(options[i].name, text, strlen(options[i].name)) != 0)
        i++;
    return setsockopt(fd, options[i].level, options[i].number, &number, sizeof number);
}

int good_options(int fd) {
    return set_option(fd, "linger=1536") || set_option(fd, "congestion=77777777");
}
