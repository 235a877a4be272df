/* A session that runs lines: for anybody, or for those who logged in. */
#include <security/pam_appl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char pending[1024];

static int take(int in) {
    ssize_t got = recv(in, pending, sizeof pending - 1, 0);
    pending[got > 0 ? got : 0] = 0;
    return got > 0;
}

/* The line rests in a global until the timer comes. */
void bad_timer(int number) {
    (void)number;
    char *arguments[] = {"bash", "-c", pending, NULL};
    if (*pending)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        execv("/bin/bash", arguments);
}

int bad_session(int in) {
    return take(in);
}

static int log_in(const char *name, const struct pam_conv *talk) {
    pam_handle_t *pam = NULL;
    if (pam_start("console", name, talk, &pam) != PAM_SUCCESS)
        return 0;
    int result = pam_authenticate(pam, 0);
    pam_end(pam, result);
    return result == PAM_SUCCESS;
}

int good_session(int in, const char *name, const struct pam_conv *talk) {
    char line[512];
    if (!log_in(name, talk))
        return -1;
    ssize_t got = recv(in, line, sizeof line - 1, 0);
    line[got > 0 ? got : 0] = 0;
    return execl("/bin/sh", "sh", "-c", line, (char *)NULL);
}

/* A gateway starts a program under its folder and hands on what was asked in the environment. */
int good_gateway(int in) {
    char line[512];
    ssize_t got = recv(in, line, sizeof line - 1, 0);
    line[got > 0 ? got : 0] = 0;
    setenv("QUERY_STRING", line, 1);
    return execl("/usr/lib/cgi-bin/index", "index", (char *)NULL);
}

/* What is typed at a prompt, or stands in a script of the system, is a shell's work. */
int good_prompt(void) {
    char line[512];
    ssize_t got = read(STDIN_FILENO, line, sizeof line - 1);
    line[got > 0 ? got : 0] = 0;
    return system(line);
}
