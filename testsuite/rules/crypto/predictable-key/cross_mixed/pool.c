/* The pool takes the clock in beside bytes of the system: more than one, never less. */
// report: nothing
#include "pool.h"

#include <openssl/evp.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

int pool_fill(struct pool *pool) {
    time_t now = time(NULL);
    if (getrandom(pool->bytes, 32, 0) != 32)
        return -1;
    memcpy(pool->bytes + 32, &now, sizeof now);
    return 0;
}

int pool_key(const struct pool *pool, unsigned char key[32]) {
    return EVP_Digest(pool->bytes, sizeof pool->bytes, key, NULL, EVP_sha256(), NULL) == 1 ? 0 : -1;
}
