#include "ledger.h"

int ledger_begin(struct ledger *ledger) {
    ledger->context = EVP_MD_CTX_new();
    return ledger->context && EVP_DigestInit_ex(ledger->context, EVP_sha256(), NULL);
}

int ledger_add(struct ledger *ledger, const void *data, size_t size) {
    return EVP_DigestUpdate(ledger->context, data, size);
}

int ledger_end(struct ledger *ledger, unsigned char digest[32]) {
    // report@+1: crypto/missing-step
    int ok = EVP_DigestFinal_ex(ledger->context, digest, NULL);
    EVP_MD_CTX_free(ledger->context);
    return ok;
}
