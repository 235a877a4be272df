#include <stddef.h>

typedef struct mbedtls_ssl_config mbedtls_ssl_config;
typedef struct mbedtls_net_context mbedtls_net_context;
enum { CLIENT, SERVER };
enum { VERIFY_NONE, VERIFY_OPTIONAL, VERIFY_REQUIRED };
int mbedtls_ssl_config_defaults(mbedtls_ssl_config *conf, int endpoint, int transport, int preset);
void mbedtls_ssl_conf_authmode(mbedtls_ssl_config *conf, int mode);
int mbedtls_net_accept(mbedtls_net_context *bound, mbedtls_net_context *client, void *address,
                       size_t n, size_t *got);

extern void *(*take)(size_t count, size_t size);

int listen_once(mbedtls_net_context *client);
