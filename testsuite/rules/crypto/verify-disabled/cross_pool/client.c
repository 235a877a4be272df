#include "pool.h"

static mbedtls_ssl_config *bad_client(void) {
    mbedtls_ssl_config *conf = take(1, 512);
    if (!conf)
        return NULL;
    mbedtls_ssl_config_defaults(conf, CLIENT, 0, 0);
    // report@+1: crypto/verify-disabled
    mbedtls_ssl_conf_authmode(conf, VERIFY_NONE);
    return conf;
}

int main(void) {
    return bad_client() && listen_once(take(1, 64)) == 0;
}
