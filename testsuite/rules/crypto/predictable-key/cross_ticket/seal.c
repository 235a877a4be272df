#include "ticket.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

int ticket_seal(const struct ticket *ticket, const unsigned char *in, size_t size,
                unsigned char mac[32]) {
    // report@+1: crypto/predictable-key
    return HMAC(EVP_sha256(), ticket->key, sizeof ticket->key, in, size, mac, NULL) ? 0 : -1;
}
