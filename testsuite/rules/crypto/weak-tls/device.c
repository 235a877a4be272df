/* A small library: versions by their minor numbers. */
typedef struct mbedtls_ssl_config mbedtls_ssl_config;
void mbedtls_ssl_conf_min_version(mbedtls_ssl_config *conf, int major, int minor);

struct limits {
    int major, minor;
};

static void take(mbedtls_ssl_config *conf, const struct limits *limits) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    mbedtls_ssl_conf_min_version(conf, limits->major, limits->minor);
}

void bad_device(mbedtls_ssl_config *conf) {
    struct limits limits;
    limits.major = 3;
    limits.minor = 0;
    take(conf, &limits);
}

void good_device(mbedtls_ssl_config *conf) {
    struct limits limits;
    limits.major = 3;
    limits.minor = 3;
    mbedtls_ssl_conf_min_version(conf, limits.major, limits.minor);
}
