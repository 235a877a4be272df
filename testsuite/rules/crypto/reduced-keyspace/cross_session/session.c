#include "session.h"

#include <sys/random.h>

int session_begin(struct session *session) {
    if (getrandom(session->key, sizeof session->key, 0) != (ssize_t)sizeof session->key)
        return -1;
    return getrandom(session->nonce, sizeof session->nonce, 0) == (ssize_t)sizeof session->nonce
               ? 0
               : -1;
}
