/* Modes that stand in tables and fields. */
#include <stdlib.h>

typedef struct mbedtls_ssl_config mbedtls_ssl_config;
enum { CLIENT, SERVER };
enum { VERIFY_NONE, VERIFY_OPTIONAL, VERIFY_REQUIRED };
int mbedtls_ssl_config_defaults(mbedtls_ssl_config *conf, int endpoint, int transport, int preset);
void mbedtls_ssl_conf_authmode(mbedtls_ssl_config *conf, int mode);

struct profile {
    const char *name;
    int timeout, authentication;
};

static const struct profile factory = {"factory", 30, VERIFY_OPTIONAL};
static const struct profile field = {"field", 10, VERIFY_REQUIRED};

static void use_profile(mbedtls_ssl_config *conf, const struct profile *profile) {
    mbedtls_ssl_conf_authmode(conf, profile->authentication);
}

void bad_setup(mbedtls_ssl_config *conf) {
    mbedtls_ssl_config_defaults(conf, CLIENT, 0, 0);
    struct profile profile = factory;
    profile.authentication = VERIFY_NONE;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    mbedtls_ssl_conf_authmode(conf, profile.authentication);
}

void good_setup(mbedtls_ssl_config *conf) {
    mbedtls_ssl_config_defaults(conf, CLIENT, 0, 0);
    use_profile(conf, &field);
}

void good_server(mbedtls_ssl_config *conf) {
    mbedtls_ssl_config_defaults(conf, SERVER, 0, 0);
    mbedtls_ssl_conf_authmode(conf, VERIFY_NONE);
}

/* The mode is a number of the configuration. */
void good_number(mbedtls_ssl_config *conf) {
    const char *text = getenv("LINK_AUTH");
    mbedtls_ssl_config_defaults(conf, CLIENT, 0, 0);
    mbedtls_ssl_conf_authmode(conf, text ? atoi(text) : VERIFY_REQUIRED);
}
