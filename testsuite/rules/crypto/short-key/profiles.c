/* The size stands in a table of profiles, some fields away from the call. */
#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>

struct profile {
    const char *name;
    unsigned int modulus, lifetime;
};

static const struct profile compact = {"compact", 1536, 512};
static const struct profile normal = {"normal", 4096, 512};

static int make(gnutls_privkey_t key, const struct profile *profile) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/short-key]}}
    return gnutls_privkey_generate(key, GNUTLS_PK_RSA, profile->modulus, 0);
}

int bad_make(gnutls_privkey_t key) {
    return make(key, &compact);
}

int good_make(gnutls_privkey_t key) {
    return gnutls_privkey_generate(key, GNUTLS_PK_RSA, normal.modulus, 0);
}
