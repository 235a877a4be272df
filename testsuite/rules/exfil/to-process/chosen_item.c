/* Which item of a login is asked for is chosen by the words of a line; some of them are secret. */
#include <security/pam_modules.h>
#include <string.h>
#include <syslog.h>

int good_items(pam_handle_t *handle, int argc, const char **argv) {
    const void *text = NULL;
    int item = 0;
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "user") == 0)
            item = PAM_USER;
        else if (strcmp(argv[i], "tty") == 0)
            item = PAM_TTY;
        else if (strcmp(argv[i], "rhost") == 0)
            item = PAM_RHOST;
        else if (strcmp(argv[i], "ruser") == 0)
            item = PAM_RUSER;
        else
            syslog(LOG_ERR, "word %d is unknown", i);
    }
    if (!item || pam_get_item(handle, item, &text) != PAM_SUCCESS)
        return PAM_AUTH_ERR;
    syslog(LOG_INFO, "it is %s", (const char *)text);
    return PAM_SUCCESS;
}

int bad_items(pam_handle_t *handle, int argc, const char **argv) {
    const void *text = NULL;
    int item = 0;
    for (int i = 0; i < argc; i++) {
        if (strcmp(argv[i], "user") == 0)
            item = PAM_USER;
        else if (strcmp(argv[i], "tty") == 0)
            item = PAM_TTY;
        else if (strcmp(argv[i], "word") == 0)
            item = PAM_AUTHTOK;
        else
            syslog(LOG_ERR, "word %d is unknown", i);
    }
    if (!item || pam_get_item(handle, item, &text) != PAM_SUCCESS)
        return PAM_AUTH_ERR;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    syslog(LOG_INFO, "it is %s", (const char *)text);
    return PAM_SUCCESS;
}
