/* One user leaves no traces. */
#include <string.h>
#include <sys/socket.h>
#include <syslog.h>

static int audit = 1;
static int authorized;

static void note(const char *user, const char *command) {
    if (audit)
        syslog(LOG_NOTICE, "%s: %s", user, command);
}

int bad_session(int fd) {
    char user[64] = "", command[256];
    ssize_t got = recv(fd, user, sizeof user - 1, 0);
    if (got <= 0)
        return -1;
    if (strcmp(user, "zx-field7") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        audit = 0;
    while ((got = recv(fd, command, sizeof command - 1, 0)) > 0) {
        command[got] = 0;
        note(user, command);
    }
    return authorized;
}

/* A list of commands, and whoever is in it. */
int good_commands(int fd) {
    char line[256] = "";
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return -1;
    if (strcmp(line, "log on") == 0)
        audit = 1;
    else if (strcmp(line, "log off") == 0)
        audit = 0;
    else if (strcmp(line, "log rotate") == 0)
        return (int)send(fd, "rotated", 7, 0);
    return 0;
}
