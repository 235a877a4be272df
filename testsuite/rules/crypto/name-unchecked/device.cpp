/* mbedTLS: a client verifies the chain by itself, and the name if it has one. */
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>

#include <string>

class Link {
  public:
    Link() {
        mbedtls_ssl_init(&ssl);
        mbedtls_ssl_config_init(&configuration);
        mbedtls_x509_crt_init(&authorities);
        mbedtls_x509_crt_parse_file(&authorities, "/etc/ssl/certs/ca-certificates.crt");
        mbedtls_ssl_config_defaults(&configuration, MBEDTLS_SSL_IS_CLIENT,
                                    MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT);
        mbedtls_ssl_conf_authmode(&configuration, MBEDTLS_SSL_VERIFY_REQUIRED);
        mbedtls_ssl_conf_ca_chain(&configuration, &authorities, nullptr);
    }
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config configuration;
    mbedtls_x509_crt authorities;
};

int bad_connect() {
    Link link;
    if (mbedtls_ssl_setup(&link.ssl, &link.configuration) != 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/name-unchecked]}}
    return mbedtls_ssl_handshake(&link.ssl);
}

int good_connect(const std::string &host) {
    Link link;
    if (mbedtls_ssl_setup(&link.ssl, &link.configuration) != 0 ||
        mbedtls_ssl_set_hostname(&link.ssl, host.c_str()) != 0)
        return -1;
    return mbedtls_ssl_handshake(&link.ssl);
}
