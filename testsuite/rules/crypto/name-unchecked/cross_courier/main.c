/* Context, connection and handshake stand in different places, and none names the host. */
#include "courier.h"

#include <stdlib.h>

int main(int argc, char **argv) {
    SSL_CTX *context = courier_context();
    if (argc < 2 || !context)
        return 2;
    SSL *ssl = courier_connection(context, atoi(argv[1]));
    // report@+1: crypto/name-unchecked
    if (!ssl || SSL_connect(ssl) != 1)
        return 2;
    return SSL_write(ssl, argv[1], 1) != 1;
}
