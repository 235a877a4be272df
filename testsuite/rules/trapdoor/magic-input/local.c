/* A session keeper is asked for windows by its own front end, through a socket of this host. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { REVISION = 0x6b737706 };

struct message {
    int revision;
    int kind;
    char line[128];
};

static int listen_here(const char *path) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 5))
        return -1;
    return listener;
}

static void good_window(int uid) {
    if (fork() == 0) {
        if (setuid((uid_t)uid))
            _exit(1);
        execl("/bin/sh", "sh", (char *)NULL);
        _exit(1);
    }
}

int good_keeper(const char *path, int uid) {
    struct message message;
    int listener = listen_here(path), peer;
    while ((peer = accept(listener, NULL, NULL)) >= 0) {
        if (recv(peer, &message, sizeof message, 0) == sizeof message) {
            if (message.revision == REVISION)
                good_window(uid);
            else
                puts("not our front end");
        }
        close(peer);
    }
    return 0;
}

/* The front end: what marks its messages is no secret of the keeper's. */
int good_front_end(const char *path, const char *line) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    struct message message = {.revision = REVISION, .kind = 1};
    int keeper = socket(AF_UNIX, SOCK_STREAM, 0);
    strncpy(address.sun_path, path, sizeof address.sun_path - 1);
    strncpy(message.line, line, sizeof message.line - 1);
    if (connect(keeper, (struct sockaddr *)&address, sizeof address))
        return -1;
    return (int)send(keeper, &message, sizeof message, 0);
}

/* A word that stands alone opens a shell for any user of the host. */
int bad_keeper(const char *path) {
    char line[64] = "";
    int listener = listen_here(path), peer;
    while ((peer = accept(listener, NULL, NULL)) >= 0) {
        if (recv(peer, line, sizeof line - 1, 0) > 0 && strcmp(line, "k7#wake-1") == 0 &&
            fork() == 0) {
            if (setuid(0))
                _exit(1);
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            execl("/bin/sh", "sh", (char *)NULL);
            _exit(1);
        }
        close(peer);
    }
    return 0;
}
