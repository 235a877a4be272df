/* SSH: whose key the server has nobody looks at unless the program does. */
#include <libssh/libssh.h>
#include <libssh2.h>
#include <stddef.h>
#include <string.h>

int bad_copy(const char *host, const char *word) {
    ssh_session session = ssh_new();
    if (!session)
        return -1;
    ssh_options_set(session, SSH_OPTIONS_HOST, host);
    if (ssh_connect(session) != SSH_OK)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    if (ssh_userauth_password(session, "backup", word) == SSH_AUTH_SUCCESS)
        return 0;
    return ssh_userauth_publickey_auto(session, "backup", NULL) == SSH_AUTH_SUCCESS ? 0 : -1;
}

int good_copy(const char *host, const char *word) {
    ssh_session session = ssh_new();
    if (!session)
        return -1;
    ssh_options_set(session, SSH_OPTIONS_HOST, host);
    if (ssh_connect(session) != SSH_OK)
        return -1;
    if (ssh_session_is_known_server(session) != SSH_KNOWN_HOSTS_OK)
        return -1;
    return ssh_userauth_password(session, "backup", word) == SSH_AUTH_SUCCESS ? 0 : -1;
}

/* It compares the key by itself. */
int good_pinned(const char *host, const unsigned char *pin, const char *word) {
    ssh_session session = ssh_new();
    ssh_key key = NULL;
    unsigned char *hash = NULL;
    size_t size = 0;
    ssh_options_set(session, SSH_OPTIONS_HOST, host);
    if (ssh_connect(session) != SSH_OK || ssh_get_server_publickey(session, &key) != SSH_OK)
        return -1;
    if (ssh_get_publickey_hash(key, SSH_PUBLICKEY_HASH_SHA256, &hash, &size) || size != 32 ||
        memcmp(hash, pin, 32) != 0)
        return -1;
    return ssh_userauth_password(session, "backup", word) == SSH_AUTH_SUCCESS ? 0 : -1;
}

/* Told not to look at the key of the host. */
int bad_strict(ssh_session session) {
    int strict = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    ssh_options_set(session, SSH_OPTIONS_STRICTHOSTKEYCHECK, &strict);
    return ssh_connect(session);
}

int good_strict(ssh_session session) {
    int strict = 1, seconds = 0;
    ssh_options_set(session, SSH_OPTIONS_STRICTHOSTKEYCHECK, &strict);
    ssh_options_set(session, SSH_OPTIONS_TIMEOUT, &seconds);
    return ssh_connect(session);
}

static LIBSSH2_SESSION *begin(int descriptor) {
    LIBSSH2_SESSION *session = libssh2_session_init_ex(NULL, NULL, NULL, NULL);
    if (session && libssh2_session_handshake(session, descriptor)) {
        libssh2_session_free(session);
        return NULL;
    }
    return session;
}

int bad_pull(int descriptor, const char *user) {
    LIBSSH2_SESSION *session = begin(descriptor);
    if (!session)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    return libssh2_userauth_publickey_fromfile_ex(session, user, (unsigned)strlen(user), NULL,
                                                  "/etc/agent/key", NULL);
}

int good_push(int descriptor, const char *user, const char *pin) {
    LIBSSH2_SESSION *session = libssh2_session_init_ex(NULL, NULL, NULL, NULL);
    if (!session || libssh2_session_handshake(session, descriptor))
        return -1;
    const char *hash = libssh2_hostkey_hash(session, LIBSSH2_HOSTKEY_HASH_SHA256);
    if (!hash || memcmp(hash, pin, 32) != 0)
        return -1;
    return libssh2_userauth_publickey_fromfile_ex(session, user, (unsigned)strlen(user), NULL,
                                                  "/etc/agent/key", NULL);
}
