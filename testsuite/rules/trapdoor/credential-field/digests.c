/* A digest that the program makes itself is held against what was sent; what the algorithm begins
 * with is no word. Beside it bytes that nobody computes let in. */
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

struct peer {
    int fd;
    int authenticated;
    char kept[64];
};

static void digest(const char *text, size_t size, uint8_t result[16]) {
    uint32_t state[4] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    for (size_t i = 0; i < size; i++) {
        uint32_t sum = state[i & 3] + (uint8_t)text[i] + 0x5a827999u;
        state[i & 3] = (sum << 7 | sum >> 25) ^ state[(i + 1) & 3];
    }
    for (size_t i = 0; i < 16; i++)
        result[i] = (uint8_t)(state[i / 4] >> (8 * (i % 4)));
}

int good_ask(struct peer *peer) {
    uint8_t sent[16], made[16];
    if (recv(peer->fd, sent, sizeof sent, MSG_WAITALL) != sizeof sent)
        return -1;
    digest(peer->kept, strlen(peer->kept), made);
    if (memcmp(sent, made, sizeof made) != 0)
        return -1;
    peer->authenticated = 1;
    return 0;
}

static void fill(uint8_t result[16]) {
    static const uint32_t state[4] = {0x67412301, 0xeccdab89, 0x98b2dcfe, 0x10325a76};
    for (size_t i = 0; i < 16; i++)
        result[i] = (uint8_t)(state[i / 4] >> (8 * (i % 4)));
}

int bad_ask(struct peer *peer) {
    uint8_t sent[16], made[16];
    if (recv(peer->fd, sent, sizeof sent, MSG_WAITALL) != sizeof sent)
        return -1;
    fill(made);
    if (memcmp(sent, made, sizeof made) != 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    peer->authenticated = 1;
    return 0;
}
