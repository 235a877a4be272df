/* A server runs several helpers on its connections, and other commands by a shell; one gives the
 * shell itself. */
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct task {
    const char *path;
    char *const *words;
    int in;
};

static void start(const struct task *task) {
    if (task->in >= 0) {
        dup2(task->in, 0);
        dup2(task->in, 1);
    }
    execv(task->path, task->words);
    _exit(127);
}

int good_serve(int listener, const char *wish, char *const *words) {
    struct task task = {"/usr/lib/depot/upload-pack", words, -1};
    if (strcmp(wish, "receive") == 0)
        task.path = "/usr/lib/depot/receive-pack";
    else if (strcmp(wish, "archive") == 0)
        task.path = "/usr/lib/depot/upload-archive";
    else if (strcmp(wish, "hook") == 0)
        task.path = "/bin/sh";
    if (*wish != 'h')
        task.in = accept(listener, NULL, NULL);
    start(&task);
    return -1;
}

int bad_serve(int listener) {
    char *const words[] = {"sh", NULL};
    int session = accept(listener, NULL, NULL);
    dup2(session, 0);
    dup2(session, 1);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    return execv("/bin/sh", words);
}
