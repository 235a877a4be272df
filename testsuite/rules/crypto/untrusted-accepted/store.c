/* wolfSSL tells what it found in a field of the store, which callbacks ask. */
#include <string.h>

typedef struct WOLFSSL_CTX WOLFSSL_CTX;
typedef struct WOLFSSL_X509_STORE_CTX {
    void *store;
    unsigned char *data;
    int size, error, depth;
} WOLFSSL_X509_STORE_CTX;
typedef int (*VerifyCallback)(int, WOLFSSL_X509_STORE_CTX *);

void wolfSSL_CTX_set_verify(WOLFSSL_CTX *context, int mode, VerifyCallback judge);
int wolfSSL_X509_STORE_CTX_get_error(WOLFSSL_X509_STORE_CTX *store);

enum { VERIFY_PEER = 1, NO_SIGNER = -188, SELF_SIGNED = -275, TOO_EARLY = -150 };

static int accepts_unsigned(int before, WOLFSSL_X509_STORE_CTX *store) {
    if (before)
        return 1;
    if (store->error == SELF_SIGNED || store->error == NO_SIGNER)
        return 1;
    return 0;
}

void bad_field(WOLFSSL_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    wolfSSL_CTX_set_verify(context, VERIFY_PEER, accepts_unsigned);
}

static int asks_store(int before, WOLFSSL_X509_STORE_CTX *store) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    switch (wolfSSL_X509_STORE_CTX_get_error(store)) {
    case NO_SIGNER:
        return 1;
    default:
        return before;
    }
}

void bad_call(WOLFSSL_CTX *context) {
    wolfSSL_CTX_set_verify(context, VERIFY_PEER, asks_store);
}

/* The clock of a device that has none is behind. */
static int forgives_clock(int before, WOLFSSL_X509_STORE_CTX *store) {
    if (!before && store->error == TOO_EARLY)
        return 1;
    return before;
}

void good_clock(WOLFSSL_CTX *context) {
    wolfSSL_CTX_set_verify(context, VERIFY_PEER, forgives_clock);
}

static const unsigned char pinned[4] = {0x30, 0x82, 0x03, 0x11};

/* The one certificate that the device was given stands for itself. */
static int knows_one(int before, WOLFSSL_X509_STORE_CTX *store) {
    if (!before && store->error == SELF_SIGNED && memcmp(store->data, pinned, sizeof pinned) == 0)
        return 1;
    return before;
}

void good_pin(WOLFSSL_CTX *context) {
    wolfSSL_CTX_set_verify(context, VERIFY_PEER, knows_one);
}
