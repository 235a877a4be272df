/* The wrapper hands the result on; one caller asks for it. */
#include <openssl/hmac.h>
#include <string.h>
#include <sys/random.h>

struct ticket {
    unsigned char key[16];
    long number;
};

static int fill(struct ticket *ticket) {
    memset(ticket, 0, sizeof *ticket);
    if (getrandom(ticket->key, sizeof ticket->key, GRND_NONBLOCK) != sizeof ticket->key)
        return -1;
    ticket->number = 1;
    return 0;
}

static int fill_quickly(struct ticket *ticket) {
    memset(ticket, 0, sizeof *ticket);
    return (int)getrandom(ticket->key, sizeof ticket->key, GRND_NONBLOCK);
}

unsigned char *bad_ticket(const unsigned char *data, size_t size, unsigned char *mac) {
    struct ticket ticket;
    fill_quickly(&ticket);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    return HMAC(EVP_sha256(), ticket.key, sizeof ticket.key, data, size, mac, NULL);
}

unsigned char *good_ticket(const unsigned char *data, size_t size, unsigned char *mac) {
    struct ticket ticket;
    if (fill(&ticket) < 0)
        return NULL;
    return HMAC(EVP_sha256(), ticket.key, sizeof ticket.key, data, size, mac, NULL);
}
