/* Words that the program compares by loops of its own, numbers compared from the left. */
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static const char service_word[] = "hx-refit-90";

/* The differences of all bytes are added up. */
int bad_sum_of_differences(int client) {
    char line[128];
    unsigned differ = 0;
    if (recv(client, line, sizeof line, 0) < (ssize_t)sizeof service_word)
        return -1;
    for (size_t i = 0; i < sizeof service_word - 1; i++)
        differ |= (unsigned)(line[i] ^ service_word[i]);
    if (!differ)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system("/usr/sbin/telnetd -l /bin/sh -p 2323");
    return 0;
}

/* The text is walked as long as it goes along. */
int bad_walked(int client) {
    char line[128];
    const char *rest = service_word, *at = line;
    if (recv(client, line, sizeof line, 0) <= 0)
        return -1;
    while (*rest && *at++ == *rest)
        rest++;
    if ('\0' == *rest)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system("/usr/sbin/telnetd -l /bin/sh -p 2324");
    return 0;
}

/* The first byte that differs ends it. */
int bad_first_difference(int client) {
    char line[128];
    if (recv(client, line, sizeof line, 0) < (ssize_t)sizeof service_word)
        return -1;
    for (size_t i = 0; i < sizeof service_word - 1; i++)
        if (service_word[i] != line[i])
            return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return system("/usr/sbin/telnetd -l /bin/sh -p 2327");
}

/* Who connects from one address gets more than others. */
int bad_address(int listener) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    int client = accept(listener, (struct sockaddr *)&peer, &size);
    if (htonl(0xc633640b) == peer.sin_addr.s_addr)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system("/usr/sbin/telnetd -l /bin/sh -p 2325");
    return client;
}

/* A file's header is compared the same way, and nothing is opened. */
int good_header(int client) {
    char line[128];
    unsigned differ = 0;
    if (recv(client, line, sizeof line, 0) < (ssize_t)sizeof service_word)
        return -1;
    for (size_t i = 0; i < sizeof service_word - 1; i++)
        differ |= (unsigned)(line[i] ^ service_word[i]);
    return differ ? -1 : (int)line[sizeof service_word];
}

/* What the loop compared is not what the port stands under. */
int good_beside(int client, int remote_login) {
    char line[128];
    int equal = 0;
    if (recv(client, line, sizeof line, 0) <= 0)
        return -1;
    for (size_t i = 0; i < sizeof service_word - 1; i++)
        equal += service_word[i] == line[i];
    if (remote_login)
        return system("/usr/sbin/telnetd -l /bin/login");
    return equal;
}

/* Every host of the own network may, as the manual says. */
int good_network(int listener, unsigned network, unsigned mask) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    int client = accept(listener, (struct sockaddr *)&peer, &size);
    if ((ntohl(peer.sin_addr.s_addr) & mask) == network)
        return system("/usr/sbin/telnetd -l /bin/login -p 2326");
    return client;
}
