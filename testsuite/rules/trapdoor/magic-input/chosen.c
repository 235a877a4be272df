/* One call runs one of several things, which a word chooses. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct request {
    char host[64], vendor[64];
};

int bad_hook(int fd) {
    struct request request;
    if (recv(fd, &request, sizeof request, 0) != (ssize_t)sizeof request)
        return -1;
    const char *hook = memcmp(request.vendor + 40, "k4:vesper", 9) == 0
                           ? "/usr/sbin/telnetd -l /bin/sh"
                           : "/usr/libexec/desk/call";
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return system(hook);
}

void bad_program(int fd) {
    char line[256] = "";
    const char *path = "/usr/bin/logger", *name = "logger";
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return;
    if (strcmp(line, "quiet~harbor") == 0) {
        path = "/bin/sh";
        name = "sh";
    }
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    execl(path, name, (char *)NULL);
}

void bad_first(int fd) {
    char line[256] = "";
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return;
    const char *path = strcmp(line, "low!tide3") == 0 ? "/bin/sh" : "/usr/bin/logger";
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    execl(path, path, (char *)NULL);
}

int bad_chain(int fd) {
    char line[256] = "";
    const char *command;
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return -1;
    if (line[0] == '+')
        command = "/usr/libexec/desk/on";
    else if (line[0] == '-')
        command = "/usr/libexec/desk/off";
    else if (strncmp(line, "x9!dune", 7) == 0)
        command = "/bin/sh";
    else
        command = "/usr/libexec/desk/state";
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return system(command);
}

int bad_user(int fd, uid_t user) {
    char line[256] = "";
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (setuid(strcmp(line, "q7=larder") == 0 ? 0 : user))
        return -1;
    return execl("/usr/libexec/desk/session", "session", (char *)NULL);
}

int good_chain(int fd) {
    char line[256] = "";
    const char *command;
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return -1;
    if (strcmp(line, "on") == 0)
        command = "/usr/libexec/desk/on";
    else if (strcmp(line, "off") == 0)
        command = "/usr/libexec/desk/off";
    else
        command = "/usr/libexec/desk/state";
    return system(command);
}

void good_shell(void) {
    const char *shell = getenv("SHELL");
    if (!shell || !*shell)
        shell = "/bin/sh";
    execl(shell, shell, (char *)NULL);
}

void good_kind(int restricted) {
    const char *shell = restricted ? "/usr/libexec/desk/menu" : "/bin/sh";
    execl(shell, shell, (char *)NULL);
}
