/* Hosts of SSH whose key is another than it was. */
#include <libssh/libssh.h>
#include <stdio.h>
#include <string.h>

int bad_is_known(ssh_session session) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/untrusted-accepted]}}
    switch (ssh_session_is_known_server(session)) {
    case SSH_KNOWN_HOSTS_OK:
        return 1;
    case SSH_KNOWN_HOSTS_CHANGED:
        fprintf(stderr, "the key has changed\n");
        return ssh_session_update_known_hosts(session) == SSH_OK;
    default:
        return 0;
    }
}

int good_is_known(ssh_session session) {
    char answer[8];
    switch (ssh_session_is_known_server(session)) {
    case SSH_KNOWN_HOSTS_OK:
        return 1;
    case SSH_KNOWN_HOSTS_CHANGED:
        fprintf(stderr, "the key has changed; somebody may listen. Go on? ");
        if (!fgets(answer, sizeof answer, stdin) || strcmp(answer, "yes\n") != 0)
            return 0;
        return ssh_session_update_known_hosts(session) == SSH_OK;
    default:
        return 0;
    }
}

int good_is_noted(ssh_session session) {
    switch (ssh_session_is_known_server(session)) {
    case SSH_KNOWN_HOSTS_OK:
        return 1;
    case SSH_KNOWN_HOSTS_CHANGED:
        fprintf(stderr, "the key has changed\n");
        return 0;
    default:
        return 0;
    }
}
