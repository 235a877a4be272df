#include "session.h"

#include <sodium.h>
#include <stdio.h>

int session_seal(const struct session *session, const unsigned char *text, size_t size,
                 unsigned char *out) {
    // report@+1: crypto/reduced-keyspace
    return crypto_secretbox_easy(out, text, size, session->nonce, session->key);
}

int main(void) {
    struct session session;
    unsigned char page[512], out[512 + crypto_secretbox_MACBYTES];
    size_t size = fread(page, 1, sizeof page, stdin);
    if (session_begin(&session))
        return 1;
    session_adapt(&session);
    if (session_seal(&session, page, size, out))
        return 1;
    return fwrite(out, 1, size, stdout) != size;
}
