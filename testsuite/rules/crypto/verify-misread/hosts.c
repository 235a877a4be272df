/* Whose certificate or key it is: asked, and forgotten. */
#include <libssh/libssh.h>
#include <openssl/x509v3.h>
#include <stdio.h>
#include <string.h>

int bad_meet(ssh_session session) {
    if (ssh_connect(session) != SSH_OK)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    ssh_session_is_known_server(session);
    return ssh_userauth_publickey_auto(session, NULL, NULL);
}

int good_meet(ssh_session session) {
    if (ssh_connect(session) != SSH_OK)
        return -1;
    if (ssh_session_is_known_server(session) != SSH_KNOWN_HOSTS_OK)
        return -1;
    return ssh_userauth_publickey_auto(session, NULL, NULL);
}

/* Hosts are trusted at first use; one whose key has changed is not. */
int good_first(ssh_session session) {
    if (ssh_connect(session) != SSH_OK)
        return -1;
    enum ssh_known_hosts_e known = ssh_session_is_known_server(session);
    if (known == SSH_KNOWN_HOSTS_CHANGED || known == SSH_KNOWN_HOSTS_OTHER)
        return -1;
    return ssh_userauth_publickey_auto(session, NULL, NULL);
}

int bad_name(X509 *certificate, const char *host, char *answer) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    X509_check_host(certificate, host, strlen(host), 0, NULL);
    return (int)strlen(answer);
}

int good_name(X509 *certificate, const char *host, char *answer) {
    if (X509_check_host(certificate, host, strlen(host), 0, NULL) != 1)
        return -1;
    return (int)strlen(answer);
}
