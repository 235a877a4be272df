#include <openssl/evp.h>
#include <stddef.h>

struct parcel {
    unsigned char maker[8], seal[256];
    const unsigned char *body;
    size_t size, seal_size;
};

int is_sealed(EVP_PKEY *key, const struct parcel *parcel);
int bad_genuine(const struct parcel *parcel);
int good_genuine(const struct parcel *parcel);
