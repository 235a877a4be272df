#include <openssl/ssl.h>

SSL_CTX *courier_context(void);
SSL *courier_connection(SSL_CTX *context, int fd);
