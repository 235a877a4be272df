/* What is asked of clients is decided when they say which host, or protocol, they mean: functions
 * that only a server is called by. */
#include <openssl/ssl.h>
#include <string.h>

struct site {
    const char *name;
    int asks;
};

extern const struct site *find_site(void *sites, const char *name);

static int good_by_name(SSL *connection, int *alert, void *sites) {
    const char *name = SSL_get_servername(connection, TLSEXT_NAMETYPE_host_name);
    const struct site *site = name ? find_site(sites, name) : NULL;
    (void)alert;
    if (!site)
        return SSL_TLSEXT_ERR_NOACK;
    if (strcmp(site->name, "status") == 0)
        SSL_set_verify(connection, SSL_VERIFY_NONE, NULL);
    return SSL_TLSEXT_ERR_OK;
}

static int good_by_protocol(SSL *connection, const unsigned char **out, unsigned char *size,
                            const unsigned char *in, unsigned int nin, void *sites) {
    (void)sites;
    if (SSL_select_next_proto((unsigned char **)out, size, (const unsigned char *)"\x09probe-tls",
                              10, in, nin) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    SSL_set_verify(connection, SSL_VERIFY_NONE, NULL);
    return SSL_TLSEXT_ERR_OK;
}

static int good_by_hello(SSL *connection, int *alert, void *sites) {
    (void)alert, (void)sites;
    SSL_set_verify(connection, SSL_VERIFY_NONE, NULL);
    return SSL_CLIENT_HELLO_SUCCESS;
}

void prepare(SSL_CTX *context, void *sites) {
    SSL_CTX_set_tlsext_servername_callback(context, good_by_name);
    SSL_CTX_set_tlsext_servername_arg(context, sites);
    SSL_CTX_set_alpn_select_cb(context, good_by_protocol, sites);
    SSL_CTX_set_client_hello_cb(context, good_by_hello, sites);
}

/* ---- Clients ------------------------------------------------------------------------------- */

static void bad_state(const SSL *connection, int where, int result) {
    (void)where, (void)result;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    SSL_set_verify((SSL *)connection, SSL_VERIFY_NONE, NULL);
}

int call(SSL_CTX *context, int fd) {
    SSL *connection = SSL_new(context);
    SSL_CTX_set_info_callback(context, bad_state);
    return connection && SSL_set_fd(connection, fd) && SSL_connect(connection) == 1;
}
