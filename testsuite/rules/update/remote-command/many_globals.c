/* What a peer said goes from global to global until something of it is a command; a session that
 * keeps one thing in one place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static char reply[256], host[256], title[256], words[256], line[256];

void hear(int peer) {
    recv(peer, reply, sizeof reply - 1, 0);
}

void note_host(void) {
    strcpy(host, reply);
}

void note_title(void) {
    strcpy(title, host);
}

void split(void) {
    strcpy(words, title);
}

void prompt(FILE *terminal) {
    if (!fgets(line, sizeof line, terminal))
        strcpy(line, words);
}

int good_shell(void) {
    return system(line);
}

static char order[256];

void take_order(int peer) {
    recv(peer, order, sizeof order - 1, 0);
}

int bad_shell(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(order);
}
