/* The kernel's ciphers go by name in an address. */
#include <linux/if_alg.h>
#include <string.h>
#include <sys/random.h>
#include <sys/socket.h>

static int keyed(int transform, size_t size) {
    unsigned char key[32];
    if (getrandom(key, sizeof key, 0) != sizeof key)
        return -1;
    // report@+1: crypto/weak-algorithm
    return setsockopt(transform, SOL_ALG, ALG_SET_KEY, key, (socklen_t)size);
}

int bad_blocks(void) {
    struct sockaddr_alg name = {
        .salg_family = AF_ALG, .salg_type = "skcipher", .salg_name = "ecb(aes)"};
    int transform = socket(AF_ALG, SOCK_SEQPACKET, 0);
    if (bind(transform, (struct sockaddr *)&name, sizeof name) || keyed(transform, 16))
        return -1;
    return accept(transform, NULL, NULL);
}

static int keyed_other(int transform) {
    unsigned char key[32];
    if (getrandom(key, sizeof key, 0) != sizeof key)
        return -1;
    return setsockopt(transform, SOL_ALG, ALG_SET_KEY, key, sizeof key);
}

int good_chained(void) {
    struct sockaddr_alg name;
    memset(&name, 0, sizeof name);
    name.salg_family = AF_ALG;
    strcpy((char *)name.salg_type, "aead");
    strcpy((char *)name.salg_name, "gcm(aes)");
    int transform = socket(AF_ALG, SOCK_SEQPACKET, 0);
    if (bind(transform, (struct sockaddr *)&name, sizeof name) || keyed_other(transform))
        return -1;
    return accept(transform, NULL, NULL);
}
