/* Frames go to an address of a group, which is written down; whether their sender has the key is
 * asked in the same place. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>
#include <sys/socket.h>

static const unsigned char group[6] = {0x01, 0x80, 0xc2, 0x00, 0x00, 0x03};

struct peer {
    unsigned char key[32];
    int authenticated;
};

static int differ(const unsigned char *a, const unsigned char *b, size_t size) {
    unsigned char bits = 0;
    for (size_t i = 0; i < size; i++)
        bits |= a[i] ^ b[i];
    return bits;
}

static int is_valid(const struct peer *peer, const unsigned char *frame, size_t size) {
    unsigned char code[32];
    if (memcmp(frame, group, 6) != 0)
        return 0;
    HMAC(EVP_sha256(), peer->key, 32, frame, size - 32, code, NULL);
    return differ(code, frame + size - 32, 32) == 0;
}

int good_receive(struct peer *peer, int fd) {
    unsigned char frame[256];
    long got = recv(fd, frame, sizeof frame, 0);
    if (got < 64 || !is_valid(peer, frame, (size_t)got))
        return -1;
    peer->authenticated = 1;
    return 0;
}

static int is_known(const unsigned char *frame) {
    return memcmp(frame, group, 6) == 0;
}

int bad_receive(struct peer *peer, int fd) {
    unsigned char frame[256];
    if (recv(fd, frame, sizeof frame, 0) < 64 || !is_known(frame))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    peer->authenticated = 1;
    return 0;
}
