/* Wrappers that tell whether drawing failed, and callers who do not look. */
#include <errno.h>
#include <fcntl.h>
#include <nettle/aes.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdint.h>
#include <syslog.h>
#include <unistd.h>

static int fill(void *out, size_t size) {
    unsigned char *at = out;
    int fd = open("/dev/urandom", O_RDONLY);
    if (fd < 0)
        return -errno;
    while (size) {
        ssize_t got = read(fd, at, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            close(fd);
            return -EIO;
        }
        at += got;
        size -= (size_t)got;
    }
    close(fd);
    return 0;
}

void bad_filled(struct aes256_ctx *context) {
    uint8_t key[32] = {0};
    fill(key, sizeof key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    aes256_set_encrypt_key(context, key);
}

int good_filled(struct aes256_ctx *context) {
    uint8_t key[32] = {0};
    if (fill(key, sizeof key))
        return -1;
    aes256_set_encrypt_key(context, key);
    return 0;
}

static int draw(unsigned char *out, int size) {
    if (RAND_bytes(out, size) != 1) {
        syslog(LOG_ERR, "no random bytes");
        return -1;
    }
    return 0;
}

struct ticket {
    unsigned char name[16], key[32];
};

static int renew(struct ticket *ticket) {
    return draw(ticket->name, 16) ? -1 : draw(ticket->key, 32);
}

int bad_renewed(EVP_CIPHER_CTX *context, const unsigned char *vector) {
    struct ticket ticket = {0};
    renew(&ticket);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, ticket.key, vector);
}

int good_renewed(EVP_CIPHER_CTX *context, const unsigned char *vector) {
    struct ticket ticket = {0};
    if (renew(&ticket) < 0)
        return 0;
    return EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, ticket.key, vector);
}

/* It is told on another way: nothing comes of it. */
static const unsigned char *drawn(unsigned char *out, int size) {
    return draw(out, size) ? NULL : out;
}

int good_drawn(EVP_CIPHER_CTX *context, const unsigned char *vector) {
    unsigned char room[32];
    const unsigned char *key = drawn(room, sizeof room);
    return key && EVP_EncryptInit_ex(context, EVP_aes_256_cbc(), NULL, key, vector);
}
