/* One buffer for two purposes: what counts is what it holds when it is sent. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int dial(void) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(7070)};
    inet_pton(AF_INET, "198.51.100.20", &peer.sin_addr);
    int out = socket(AF_INET, SOCK_STREAM, 0);
    if (out >= 0 && connect(out, (struct sockaddr *)&peer, sizeof peer)) {
        close(out);
        return -1;
    }
    return out;
}

static int unlock(const char *word) {
    return strlen(word) > 11;
}

int bad_report(void) {
    char buffer[80];
    int out = dial();
    snprintf(buffer, sizeof buffer, "%s", getpass("PIN: "));
    int unlocked = unlock(buffer);
    buffer[0] = unlocked ? '+' : '-';
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(out, buffer, sizeof buffer, 0);
    return close(out);
}

int good_report(void) {
    char buffer[80];
    int out = dial();
    snprintf(buffer, sizeof buffer, "%s", getpass("PIN: "));
    int unlocked = unlock(buffer);
    memset(buffer, 0, sizeof buffer);
    buffer[0] = unlocked ? '+' : '-';
    send(out, buffer, sizeof buffer, 0);
    return close(out);
}
