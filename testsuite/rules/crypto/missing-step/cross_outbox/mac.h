#include <gcrypt.h>

struct mac {
    gcry_mac_hd_t handle;
};

int mac_begin(struct mac *mac, const void *key, size_t size);
int mac_add(struct mac *mac, const void *data, size_t size);
int mac_end(struct mac *mac, const unsigned char *code, size_t size);
