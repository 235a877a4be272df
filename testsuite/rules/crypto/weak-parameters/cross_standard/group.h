#ifndef GROUP_H
#define GROUP_H

#include <openssl/bn.h>

struct group {
    BIGNUM *p, *g;
};

void group_make(struct group *group);

#endif
