#include "policy.h"

void policy_apply(SSL_CTX *context, const struct policy *policy) {
    // report@+1: crypto/verify-always-ok
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, policy->judge);
}

int main(int argc, char **argv) {
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    if (!context || argc < 2)
        return 1;
    policy_apply(context, policy_for(argv[1]));
    return 0;
}
