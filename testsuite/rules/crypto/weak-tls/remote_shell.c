/* Lists of SSH: what both sides may agree on. */
#include <libssh/libssh.h>
#include <libssh2.h>
#include <stddef.h>

int bad_open(ssh_session session) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    ssh_options_set(session, SSH_OPTIONS_CIPHERS_S_C, "aes256-ctr,none");
    return ssh_connect(session);
}

int good_open(ssh_session session) {
    ssh_options_set(session, SSH_OPTIONS_CIPHERS_S_C,
                    "aes256-gcm@openssh.com,chacha20-poly1305@openssh.com");
    ssh_options_set(session, SSH_OPTIONS_COMPRESSION, "none");
    ssh_options_set(session, SSH_OPTIONS_USER, "des");
    return ssh_connect(session);
}

static const char *const ciphers[] = {"arcfour256", "aes128-ctr", NULL};

int bad_prefer(LIBSSH2_SESSION *session) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/weak-tls]}}
    return libssh2_session_method_pref(session, LIBSSH2_METHOD_CRYPT_CS, ciphers[0]);
}

int good_prefer(LIBSSH2_SESSION *session) {
    libssh2_session_method_pref(session, LIBSSH2_METHOD_COMP_CS, "none");
    return libssh2_session_method_pref(session, LIBSSH2_METHOD_KEX,
                                       "curve25519-sha256,diffie-hellman-group14-sha256");
}
