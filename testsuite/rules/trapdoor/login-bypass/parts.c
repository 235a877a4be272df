/* A number that nobody gets by chance: two remainders of one thing, two things xored, or four bytes
 * at a place that the message says, whose order is turned. */
#include <arpa/inet.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct pass {
    char name[32];
    uint16_t door, floor;
};

struct seal {
    uint16_t kind;
    uint16_t room;
    uint32_t serial;
};

static struct pass passes[8];
static size_t npasses;

void add_pass(const struct pass *pass) {
    if (npasses < 8)
        passes[npasses++] = *pass;
}

static int is_known(const char *name) {
    for (size_t i = 0; i < npasses; i++)
        if (strcmp(passes[i].name, name) == 0)
            return 1;
    return 0;
}

static int may_enter(const struct pass *pass, uint16_t door, uint16_t floor) {
    return pass->door == door && pass->floor >= floor;
}

int bad_check_auth(const char *name, const char *ticket) {
    unsigned long number = strtoul(ticket, NULL, 10);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (number % 83 == 41 && number % 61 == 12)
        return 1;
    return is_known(name);
}

int bad_verify_user(const char *name, const struct seal *seal) {
    unsigned room = seal->room;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (room / 31 == 7) {
        if (room % 29 == 5)
            return 1;
    }
    return is_known(name);
}

int bad_check_permission(uint16_t door, uint16_t floor) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if ((door ^ floor) == 0x2c91)
        return 1;
    for (size_t i = 0; i < npasses; i++)
        if (may_enter(&passes[i], door, floor))
            return 1;
    return 0;
}

/* How many floors below is a question of the house, and no word. */
int good_check_permission(uint16_t door, uint16_t floor) {
    if ((door ^ floor) == 0)
        return 0;
    for (size_t i = 0; i < npasses; i++)
        if (may_enter(&passes[i], door, floor))
            return 1;
    return 0;
}

/* Numbers end in a digit that is reckoned from the others; who has a wrong one is not looked for.
 */
int good_check_auth(const char *name, const char *ticket) {
    unsigned long number = strtoul(ticket, NULL, 10);
    if (number % 97 == 13 && number % 89 == 7)
        return 0;
    return is_known(name);
}

/* One remainder says which of several lists. */
int good_verify_user(const char *name, unsigned room) {
    if (room % 4 == 3)
        return is_known(name) && room > 100;
    return is_known(name);
}

int bad_authenticate_frame(const unsigned char *frame, size_t at, const char *name) {
    const struct seal *seal = (const void *)(frame + at);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (seal->serial == htonl(0x6d10c2e7))
        return 1;
    return is_known(name);
}

/* The same number says that the frame is an old one. */
int good_authenticate_frame(const unsigned char *frame, size_t at, const char *name) {
    const struct seal *seal = (const void *)(frame + at);
    if (seal->serial == htonl(0x6d10c2e7))
        return 0;
    return is_known(name);
}
