/* What arrives is written to a shell that reads its commands from there. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int bad_install(int from) {
    char block[512];
    ssize_t n;
    FILE *shell = popen("/bin/sh -s", "w");
    if (!shell)
        return -1;
    while ((n = recv(from, block, sizeof block, 0)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        fwrite(block, 1, (size_t)n, shell);
    return pclose(shell);
}

static int start(int ends[2]) {
    if (pipe(ends))
        return -1;
    pid_t child = fork();
    if (child == 0) {
        dup2(ends[0], STDIN_FILENO);
        close(ends[0]);
        close(ends[1]);
        execlp("python3", "python3", "-u", "-", (char *)NULL);
        _exit(127);
    }
    close(ends[0]);
    return child;
}

void bad_session(int from) {
    int ends[2];
    char line[256];
    ssize_t n;
    if (start(ends) < 0)
        return;
    while ((n = recv(from, line, sizeof line, 0)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        if (write(ends[1], line, (size_t)n) != n)
            break;
    close(ends[1]);
    wait(NULL);
}

/* A script of this host gets what arrives as its input. */
int good_filter(int from) {
    char block[512];
    ssize_t n;
    FILE *filter = popen("sh /usr/lib/agent/filter.sh", "w");
    if (!filter)
        return -1;
    while ((n = recv(from, block, sizeof block, 0)) > 0)
        fwrite(block, 1, (size_t)n, filter);
    return pclose(filter);
}

/* A program that is none of them. */
int good_archive(int from) {
    char block[512];
    ssize_t n;
    FILE *archive = popen("gzip -9 > /var/cache/feed.gz", "w");
    if (!archive)
        return -1;
    while ((n = recv(from, block, sizeof block, 0)) > 0)
        fwrite(block, 1, (size_t)n, archive);
    return pclose(archive);
}

/* What the shell gets stands in the program. */
int good_script(int from) {
    char answer[16];
    ssize_t n = recv(from, answer, sizeof answer, 0);
    FILE *shell = popen("sh", "w");
    if (!shell)
        return -1;
    fputs(n > 0 && answer[0] == 'r' ? "logrotate -f /etc/logrotate.conf\n" : "true\n", shell);
    return pclose(shell);
}
