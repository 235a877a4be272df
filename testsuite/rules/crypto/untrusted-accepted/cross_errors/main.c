#include "errors.h"

int main(int argc, char **argv) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    (void)argv;
    if (!context)
        return 1;
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, argc > 1 ? judge_strictly : judge);
    return 0;
}
