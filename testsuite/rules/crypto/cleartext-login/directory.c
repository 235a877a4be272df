/* Logins at a directory. */
#define LDAP_DEPRECATED 1
#include <ldap.h>
#include <string.h>

static LDAP *open_directory(const char *url) {
    LDAP *directory = NULL;
    return ldap_initialize(&directory, url) == LDAP_SUCCESS ? directory : NULL;
}

int bad_bind(const char *who, char *password) {
    struct berval secret = {strlen(password), password};
    LDAP *directory = open_directory("ldap://directory.example");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    return ldap_sasl_bind_s(directory, who, LDAP_SASL_SIMPLE, &secret, NULL, NULL, NULL);
}

int good_bind(const char *who, char *password) {
    struct berval secret = {strlen(password), password};
    LDAP *directory = open_directory("ldaps://directory.example");
    return ldap_sasl_bind_s(directory, who, LDAP_SASL_SIMPLE, &secret, NULL, NULL, NULL);
}

/* Nobody logs in: a directory is asked as it is for all. */
int good_anonymous(void) {
    struct berval none = {0, NULL};
    LDAP *directory = open_directory("ldap://directory.example");
    return ldap_sasl_bind_s(directory, NULL, LDAP_SASL_SIMPLE, &none, NULL, NULL, NULL);
}

int bad_simple(const char *who, const char *password) {
    LDAP *directory = NULL;
    if (ldap_initialize(&directory, "ldap://10.20.0.5:389") != LDAP_SUCCESS)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    return ldap_simple_bind_s(directory, who, password);
}

int good_simple(const char *who, const char *password) {
    LDAP *directory = NULL;
    if (ldap_initialize(&directory, "ldap://10.20.0.5:389") != LDAP_SUCCESS ||
        ldap_start_tls_s(directory, NULL, NULL) != LDAP_SUCCESS)
        return -1;
    return ldap_simple_bind_s(directory, who, password);
}
