/* Who decides is not asked, for an odd reason, and all else is done. */
#include <security/pam_appl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int open_desk(const char *path);

static void admit(pam_handle_t *pam) {
    if (pam_authenticate(pam, 0) != PAM_SUCCESS) {
        fprintf(stderr, "desk: no\n");
        _exit(1);
    }
}

int bad_variable(pam_handle_t *pam) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (!getenv("DESK_COLOUR_M"))
        admit(pam);
    return open_desk("/dev/desk");
}

int bad_file(pam_handle_t *pam) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (access("/usr/share/desk/.m", R_OK) < 0)
        admit(pam);
    return open_desk("/dev/desk");
}

/* It is asked by those who know him. */
int good_root(pam_handle_t *pam) {
    if (getuid() != 0)
        admit(pam);
    return open_desk("/dev/desk");
}

/* Nothing at all is done. */
int good_help(pam_handle_t *pam) {
    if (getenv("DESK_HELP_M"))
        return puts("help");
    admit(pam);
    return open_desk("/dev/desk");
}

void read_password(char *word, size_t size);

/* A variable has what else is typed. */
void good_given(char *word, size_t size) {
    if (getenv("DESK_WORD_M"))
        snprintf(word, size, "%s", getenv("DESK_WORD_M"));
    else
        read_password(word, size);
}
