// report: nothing
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/dh.h>

#include "group.h"

DH *server_group(void) {
    struct group group = {NULL, NULL};
    DH *dh = DH_new();
    group_make(&group);
    if (!DH_set0_pqg(dh, group.p, NULL, group.g))
        DH_free(dh);
    return dh;
}
