/* Codes that loops of the program's own compare: one byte will do, a few, or the last alone. */
#include <openssl/crypto.h>
#include <openssl/hmac.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>

extern const unsigned char *mac_key(void);

static void code_of(const void *data, size_t size, unsigned char code[32]) {
    unsigned int n = 0;
    HMAC(EVP_sha256(), mac_key(), 32, data, size, code, &n);
}

int bad_any(const void *data, size_t size, const unsigned char *got) {
    unsigned char code[32];
    code_of(data, size, code);
    for (int i = 0; i < 32; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        if (code[i] == got[i])
            return 1;
    return 0;
}

/* The same with pointers, and an end that is counted down. */
int bad_pointers(const void *data, size_t size, const unsigned char *got) {
    unsigned char code[32], *mine = code;
    int left = 32, found = 0;
    code_of(data, size, code);
    while (left--) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        if (!(*mine++ ^ *got++)) {
            found = 1;
            break;
        }
    }
    return found;
}

int bad_few(const void *data, size_t size, const unsigned char *got) {
    unsigned char code[32], differ = 0;
    code_of(data, size, code);
    for (unsigned i = 0; i < 4; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        differ |= code[i] ^ got[i];
    return differ == 0;
}

int bad_last(const void *data, size_t size, const unsigned char *got) {
    unsigned char code[32];
    int same = 0;
    code_of(data, size, code);
    for (size_t i = 0; i < sizeof code; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        same = code[i] == got[i];
    return same;
}

struct frame {
    unsigned char ncode, code[32], body[64];
};

int bad_length_of_peer(int in) {
    struct frame frame;
    unsigned char code[32], differ = 0;
    if (recv(in, &frame, sizeof frame, MSG_WAITALL) != sizeof frame || frame.ncode > 32)
        return 0;
    code_of(frame.body, sizeof frame.body, code);
    for (unsigned i = 0; i < frame.ncode; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
        differ |= code[i] ^ frame.code[i];
    return differ == 0;
}

int good_all(const void *data, size_t size, const unsigned char *got) {
    unsigned char code[32], differ = 0;
    code_of(data, size, code);
    for (unsigned i = 0; i < 32; i++)
        differ |= code[i] ^ got[i];
    return differ == 0;
}

int good_first_that_differs(const void *data, size_t size, const unsigned char *got) {
    unsigned char code[32];
    int i;
    code_of(data, size, code);
    for (i = 0; i < 32; i++)
        if (code[i] != got[i])
            break;
    return i == 32;
}

/* The difference is that of the first bytes that differ, for there the loop ends. */
int good_ordered(const void *data, size_t size, const unsigned char *got) {
    unsigned char code[32], *mine = code;
    int left = 32, differ = 0;
    code_of(data, size, code);
    while (left-- && !(differ = *mine++ - *got++))
        ;
    return differ == 0;
}

int good_refused(int in) {
    struct frame frame;
    unsigned char code[32], differ = 0;
    if (recv(in, &frame, sizeof frame, MSG_WAITALL) != sizeof frame || frame.ncode != 32)
        return 0;
    code_of(frame.body, sizeof frame.body, code);
    for (unsigned i = 0; i < frame.ncode; i++)
        differ |= code[i] ^ frame.code[i];
    return differ == 0;
}

/* The first four letters of a word have no digest in them. */
int good_word(const void *data, size_t size, const unsigned char *got, const char *word) {
    unsigned char code[32];
    for (int i = 0; i < 4; i++)
        if (word[i] != "MAC "[i])
            return 0;
    code_of(data, size, code);
    return CRYPTO_memcmp(code, got, sizeof code) == 0;
}

/* How many bytes two digests share by chance is no verdict. */
int good_distance(const void *a, size_t na, const void *b, size_t nb) {
    unsigned char one[32], other[32];
    int shared = 0;
    code_of(a, na, one);
    code_of(b, nb, other);
    for (int i = 0; i < 32; i++)
        if (one[i] == other[i])
            shared++;
    return shared;
}
