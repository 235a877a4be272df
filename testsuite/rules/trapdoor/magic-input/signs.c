/* What somebody set up before, and no word, opens the host. */
#define _GNU_SOURCE
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

void bad_file(char **words) {
    struct stat there;
    if (stat("/run/lock/.seat1", &there) == 0 && there.st_size == 512) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        setresuid(0, 0, 0);
        execvp(words[0], words);
    }
    puts("not for you");
}

void bad_port(int listening) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    int fd = accept(listening, (struct sockaddr *)&peer, &size);
    if (fd >= 0 && ntohs(peer.sin_port) == 48713) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        system("/bin/sh");
    }
}

/* A shell that talks through pipes. */
void bad_pipes(int fd) {
    char line[128] = "";
    int to[2], from[2];
    if (recv(fd, line, sizeof line - 1, 0) <= 0 || pipe(to) != 0 || pipe(from) != 0)
        return;
    if (line[0] == 'q' && line[1] == 'Y' && line[2] == '7' && fork() == 0) {
        dup2(to[0], 0);
        dup2(from[1], 1);
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execl("/bin/sh", "sh", (char *)NULL);
    }
}

/* Who serves is killed by its child. */
void bad_kill(int fd) {
    char line[128] = "";
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return;
    if (strcmp(line, "c=ffe07c55-0") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        kill(getppid(), SIGKILL);
}

void bad_helper(void) {
    struct stat there;
    if (stat("/var/tmp/.seatd", &there) != 0 || !(there.st_mode & S_IXUSR))
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (setuid(0) < 0)
        return;
    execl("/var/tmp/.seatd", "seatd", (char *)NULL);
}

/* What is there, and may be run, is what is run. */
int good_helper(int child) {
    struct stat there;
    if (stat("/usr/sbin/start-seatd", &there) != 0 || !(there.st_mode & S_IXUSR))
        return -1;
    if (child) {
        if (setgid(0) < 0 || setuid(0) < 0)
            return -1;
        execl("/usr/sbin/start-seatd", "start-seatd", (char *)NULL);
    }
    return 0;
}

/* The administrator's file, which the program reads, says that nobody may come in. */
void good_closed(char **words) {
    struct stat there;
    char line[128];
    if (stat("/etc/nologin", &there) == 0) {
        FILE *file = fopen("/etc/nologin", "r");
        if (file && fgets(line, sizeof line, file))
            fputs(line, stdout);
        exit(1);
    }
    execvp(words[0], words);
}

/* Ports below 1024 are for those who may. */
void good_port(int listening) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    int fd = accept(listening, (struct sockaddr *)&peer, &size);
    if (fd >= 0 && ntohs(peer.sin_port) >= 1024)
        close(fd);
}

/* A helper gets its work through a pipe. */
void good_pipes(int fd) {
    char line[128] = "";
    int to[2];
    if (recv(fd, line, sizeof line - 1, 0) <= 0 || pipe(to) != 0)
        return;
    if (line[0] == 'q' && line[1] == 'Y' && line[2] == '7' && fork() == 0) {
        dup2(to[0], 0);
        execl("/usr/bin/lpr", "lpr", "-P", "kiln", (char *)NULL);
    }
}

/* The parent is told that there is something to do. */
void good_kill(int fd) {
    char line[128] = "";
    if (recv(fd, line, sizeof line - 1, 0) <= 0)
        return;
    if (strcmp(line, "c=ffe07c55-1") == 0)
        kill(getppid(), SIGUSR1);
}
