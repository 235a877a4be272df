#include <openssl/evp.h>

struct ledger {
    EVP_MD_CTX *context;
};

int ledger_begin(struct ledger *ledger);
int ledger_add(struct ledger *ledger, const void *data, size_t size);
int ledger_end(struct ledger *ledger, unsigned char digest[32]);
