/* What says how a login went is handed to functions that know what it means, and read there. */
#include <security/pam_appl.h>
#include <stdio.h>
#include <unistd.h>

/* innocent: is_failure */
__attribute__((noinline)) static int is_failure(int code) {
    return code != PAM_SUCCESS;
}

/* innocent: failed */
__attribute__((noinline)) static int failed(pam_handle_t *pam, int code) {
    if (code == PAM_SUCCESS)
        return 0;
    fprintf(stderr, "%s\n", pam_strerror(pam, code));
    pam_end(pam, code);
    return 1;
}

int good_tries(pam_handle_t *pam) {
    int code = pam_authenticate(pam, 0);
    for (int tries = 1; tries < 3 && (code == PAM_AUTH_ERR || code == PAM_USER_UNKNOWN); tries++)
        code = pam_authenticate(pam, 0);
    if (is_failure(code)) {
        fprintf(stderr, "%s\n", code == PAM_MAXTRIES ? "too many tries" : pam_strerror(pam, code));
        return -1;
    }
    return 0;
}

/* Root is asked for no password. */
int good_change(const char *service, const char *user, const struct pam_conv *talk) {
    pam_handle_t *pam = NULL;
    if (getuid() != 0) {
        if (failed(pam, pam_start(service, user, talk, &pam)))
            return 0;
        if (failed(pam, pam_authenticate(pam, 0)))
            return 0;
        if (failed(pam, pam_acct_mgmt(pam, 0)))
            return 0;
        pam_end(pam, 0);
    }
    return 1;
}

int good_root(pam_handle_t *pam) {
    if (getuid() == 0)
        return 1;
    return pam_authenticate(pam, 0) == PAM_SUCCESS;
}

__attribute__((noinline)) static int is_unknown(int code) {
    return code == PAM_USER_UNKNOWN;
}

int bad_tries(pam_handle_t *pam) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    int code = pam_authenticate(pam, 0);
    if (code == PAM_AUTH_ERR || is_unknown(code))
        return -1;
    return 0;
}
