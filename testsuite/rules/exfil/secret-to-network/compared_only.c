/* The outcome of a login may be told; the password may not. */
#include <arpa/inet.h>
#include <crypt.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void notify(const char *text, size_t size) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(514)};
    peer.sin_addr.s_addr = inet_addr("192.0.2.14");
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    sendto(out, text, size, 0, (struct sockaddr *)&peer, sizeof peer);
    close(out);
}

int bad_login(const char *stored) {
    const char *word = getpass("Password: ");
    const char *hash = crypt(word, stored);
    if (hash && strcmp(hash, stored) == 0)
        notify(hash, strlen(hash));
    return 0;
}

/* Same collector, asked through a function of its own so that both are judged apart. */
static void notify_outcome(int passed, size_t length) {
    char text[64];
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(514)};
    peer.sin_addr.s_addr = inet_addr("192.0.2.14");
    int size =
        snprintf(text, sizeof text, "login %s, %zu characters", passed ? "ok" : "failed", length);
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    sendto(out, text, (size_t)size, 0, (struct sockaddr *)&peer, sizeof peer);
    close(out);
}

int good_login(const char *stored) {
    const char *word = getpass("Password: ");
    const char *hash = crypt(word, stored);
    int passed = hash && strcmp(hash, stored) == 0;
    notify_outcome(passed, strlen(word));
    return passed;
}
