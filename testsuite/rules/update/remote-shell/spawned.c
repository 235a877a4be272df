#include <netinet/in.h>
#include <spawn.h>
#include <sys/socket.h>
#include <unistd.h>

extern char **environ;

struct console {
    int listener, peer;
    pid_t child;
};

static int wait_for(struct console *console) {
    console->peer = accept(console->listener, NULL, NULL);
    return console->peer;
}

int bad_console(struct console *console) {
    posix_spawn_file_actions_t actions;
    char *arguments[] = {"ash", NULL};
    if (wait_for(console) < 0)
        return -1;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, console->peer, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, console->peer, STDOUT_FILENO);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    return posix_spawn(&console->child, "/bin/ash", &actions, NULL, arguments, environ);
}

/* The program that is started is no shell. */
int good_viewer(struct console *console) {
    posix_spawn_file_actions_t actions;
    char *arguments[] = {"status-page", NULL};
    if (wait_for(console) < 0)
        return -1;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, console->peer, STDOUT_FILENO);
    return posix_spawn(&console->child, "/usr/lib/console/status-page", &actions, NULL, arguments,
                       environ);
}
