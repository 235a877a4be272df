/* What functions that never return put into globals. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <unistd.h>

static char *message;
static size_t at, end;
static char *cookie, *agent;

static char *next_line(void) {
    for (size_t begin = at; at < end; at++)
        if (message[at] == '\n') {
            message[at++] = 0;
            return &message[begin];
        }
    return NULL;
}

static void bad_answer(void) {
    if (cookie && strcmp(cookie, "trackbound") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        system("/bin/sh");
}

static void good_answer(int fd) {
    if (agent && strncmp(agent, "Mosaic/", 7) == 0)
        send(fd, "plain\n", 6, 0);
}

/* A child serves one message, and ends. */
_Noreturn void serve(int fd) {
    char *line;
    ssize_t got;
    message = malloc(4096);
    got = message ? recv(fd, message, 4095, 0) : 0;
    end = got > 0 ? (size_t)got : 0;
    while ((line = next_line()) != NULL && *line) {
        if (strncasecmp(line, "Cookie:", 7) == 0)
            cookie = line + 7 + strspn(line + 7, " ");
        else if (strncasecmp(line, "User-Agent:", 11) == 0)
            agent = line + 11 + strspn(line + 11, " ");
    }
    bad_answer();
    good_answer(fd);
    exit(0);
}

static char *word;

static void bad_step(void) {
    if (strcmp(word, "spurlantern") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        system("/bin/sh");
}

static void good_step(int fd) {
    if (strcmp(word, "help") == 0)
        send(fd, "quit, help\n", 11, 0);
}

/* One message after the other, for ever. */
void serve_all(int fd) {
    static char room[512];
    word = room;
    for (;;) {
        ssize_t got = recv(fd, room, sizeof room - 1, 0);
        if (got < 0)
            got = 0;
        room[got] = 0;
        word = room + strspn(room, " ");
        bad_step();
        good_step(fd);
    }
}
