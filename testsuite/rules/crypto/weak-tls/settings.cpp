// Settings as pairs of a name and a value, as files of settings have them.
#include <array>
#include <cstdio>
#include <openssl/ssl.h>
#include <utility>

using Setting = std::pair<const char *, const char *>;

static const Setting old_clients[] = {{"MinProtocol", "TLSv1.2"}, {"CipherString", "ALL:eNULL"}};
static const Setting usual[] = {{"MinProtocol", "TLSv1.2"}, {"CipherString", "HIGH:!aNULL:!MD5"}};

bool bad_settings(SSL_CONF_CTX *context) {
    for (const auto &setting : old_clients)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
        if (SSL_CONF_cmd(context, setting.first, setting.second) <= 0)
            return false;
    return true;
}

bool good_settings(SSL_CONF_CTX *context) {
    for (const auto &setting : usual)
        if (SSL_CONF_cmd(context, setting.first, setting.second) <= 0)
            return false;
    return true;
}

class Server {
    SSL_CONF_CTX *context_;

    bool set(const char *name, const char *value) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
        return SSL_CONF_cmd(context_, name, value) == 2;
    }

  public:
    explicit Server(SSL_CONF_CTX *context) : context_(context) {}

    bool bad_open() {
        return set("Curves", "P-256") && set("CipherString", "DEFAULT@SECLEVEL=0");
    }
};

bool bad_server(SSL_CONF_CTX *context) {
    return Server(context).bad_open();
}

bool bad_digest(SSL_CONF_CTX *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    return SSL_CONF_cmd(context, "SignatureAlgorithms", "RSA+MD5:RSA+SHA256") > 0;
}

// What the administrator writes.
bool good_file(SSL_CONF_CTX *context, std::FILE *file) {
    char name[32], value[96];
    while (std::fscanf(file, "%31s %95s", name, value) == 2)
        if (SSL_CONF_cmd(context, name, value) <= 0)
            return false;
    return true;
}

bool good_certificate(SSL_CONF_CTX *context) {
    return SSL_CONF_cmd(context, "Certificate", "/etc/server/cert.pem") > 0 &&
           SSL_CONF_cmd(context, "Protocol", "-ALL,TLSv1.3") > 0;
}
