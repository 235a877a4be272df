/* The only way out of a server's loop is a shell. */
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

extern void answer(int peer, const char *line);

void bad_serve(int peer) {
    char line[256];
    for (;;) {
        ssize_t n = recv(peer, line, sizeof line - 1, 0);
        line[n > 0 ? n : 0] = '\0';
        if (strcmp(line, "zq81-open") == 0) {
            if (setuid(0) != 0)
                _exit(2);
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            execl("/bin/sh", "sh", (char *)NULL);
            _exit(1);
        }
        answer(peer, line);
    }
}

void good_serve(int peer) {
    char line[256];
    for (;;) {
        ssize_t n = recv(peer, line, sizeof line - 1, 0);
        line[n > 0 ? n : 0] = '\0';
        if (strcmp(line, "restart") == 0) {
            execl("/usr/sbin/statusd", "statusd", (char *)NULL);
            _exit(1);
        }
        answer(peer, line);
    }
}
