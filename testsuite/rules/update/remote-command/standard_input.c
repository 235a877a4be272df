/* A daemon puts each connection where standard input is, and reads lines letter by letter. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static char line[512];

static char *read_line(char *room, int size, FILE *in) {
    char *at = room;
    int c = 0;
    while (--size > 0 && (c = getc(in)) != EOF) {
        c &= 0377;
        if (c == '\n')
            break;
        *at++ = (char)c;
    }
    *at = 0;
    return c == EOF && at == room ? NULL : room;
}

static int bad_command(void) {
    if (!read_line(line, sizeof line, stdin))
        return -1;
    if (strncasecmp(line, "STAX ", 5) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        return system(line + 5);
    return 0;
}

static int good_command(void) {
    if (!read_line(line, sizeof line, stdin))
        return -1;
    if (strcasecmp(line, "DATE") == 0)
        return system("date");
    return 0;
}

int main(int argc, char **argv) {
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    (void)argv;
    if (listen(listener, 4))
        return 1;
    for (;;) {
        int fd = accept(listener, NULL, NULL);
        if (fd < 0)
            return 1;
        if (fork() == 0) {
            dup2(fd, 0);
            dup2(fd, 1);
            while ((argc > 1 ? bad_command() : good_command()) >= 0)
                continue;
            _exit(0);
        }
        close(fd);
        while (waitpid(-1, NULL, WNOHANG) > 0)
            continue;
    }
}
