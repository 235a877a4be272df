/* What each round of a comparison finds is joined to what was found before, in a way that forgets
 * it. */
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

extern const unsigned char *mac_key(void);

struct ticket {
    uint8_t body[64], code[32];
};

static void code_of(const struct ticket *ticket, uint8_t code[32]) {
    unsigned int n = 0;
    HMAC(EVP_sha256(), mac_key(), 32, ticket->body, sizeof ticket->body, code, &n);
}

/* Nothing is in both 0 and a difference. */
static int differ(const uint8_t *a, const uint8_t *b, size_t n) {
    uint8_t found = 0;
    for (size_t i = 0; i < n; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        found &= (uint8_t)(a[i] ^ b[i]);
    return found;
}

bool bad_forgotten(const struct ticket *ticket) {
    uint8_t code[32];
    code_of(ticket, code);
    return differ(code, ticket->code, sizeof code) == 0;
}

/* All bits must differ somewhere, in all bytes. */
bool bad_all_bits(const struct ticket *ticket) {
    uint8_t code[32], *mine = code, found = 0xff;
    const uint8_t *end = code + sizeof code, *got = ticket->code;
    code_of(ticket, code);
    while (mine != end)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        found &= *mine++ != *got++;
    return !found;
}

bool bad_one_is_enough(const struct ticket *ticket) {
    uint8_t code[32];
    int same = 0;
    code_of(ticket, code);
    for (int i = 31; i >= 0; i--)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        same |= ticket->code[i] == code[i];
    return same;
}

/* Any order of the right bytes, and much else, has the same sum. */
bool bad_sum(const struct ticket *ticket) {
    uint8_t code[32];
    int sum = 0;
    code_of(ticket, code);
    for (unsigned i = 0; i < sizeof code; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        sum += ticket->code[i] - code[i];
    return sum == 0;
}

bool bad_parity(const struct ticket *ticket) {
    uint8_t code[32], sum = 0;
    code_of(ticket, code);
    for (unsigned i = 0; i < sizeof code; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        sum ^= ticket->code[i] ^ code[i];
    return !sum;
}

bool good_kept(const struct ticket *ticket) {
    uint8_t code[32], found = 0;
    code_of(ticket, code);
    for (size_t i = 0; i < sizeof code; i++)
        found |= (uint8_t)(code[i] ^ ticket->code[i]);
    return found == 0;
}

bool good_all_equal(const struct ticket *ticket) {
    uint8_t code[32], *mine = code, same = 1;
    const uint8_t *end = code + sizeof code, *got = ticket->code;
    code_of(ticket, code);
    while (mine != end)
        same &= *mine++ == *got++;
    return same;
}

bool good_counted(const struct ticket *ticket) {
    uint8_t code[32];
    int others = 0;
    code_of(ticket, code);
    for (int i = 31; i >= 0; i--)
        others += ticket->code[i] != code[i];
    return others == 0;
}

/* Differences without a sign do not cancel out. */
bool good_added(const struct ticket *ticket) {
    uint8_t code[32];
    unsigned sum = 0;
    code_of(ticket, code);
    for (unsigned i = 0; i < sizeof code; i++)
        sum += ticket->code[i] ^ code[i];
    return sum == 0;
}

/* Two codes are joined to one, and nothing is compared. */
void good_mixed(const struct ticket *ticket, uint8_t mixed[32]) {
    uint8_t code[32];
    code_of(ticket, code);
    for (size_t i = 0; i < sizeof code; i++)
        mixed[i] ^= ticket->code[i] ^ code[i];
}
