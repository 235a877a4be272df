/* Which host it is, in messages by which others ask whether one is there. */
#include <arpa/inet.h>
#include <netinet/ip_icmp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct ping {
    struct icmphdr head;
    char body[56];
};

static void aim(struct sockaddr_in *to, const char *peer) {
    memset(to, 0, sizeof *to);
    to->sin_family = AF_INET;
    inet_pton(AF_INET, peer, &to->sin_addr);
}

long bad_ping(const char *peer) {
    struct ping ping;
    struct sockaddr_in to;
    int out = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    FILE *in = fopen("/etc/machine-id", "r");
    memset(&ping, 0, sizeof ping);
    ping.head.type = ICMP_ECHO;
    if (in && fread(ping.body, 1, 32, in) > 0)
        fclose(in);
    aim(&to, peer);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/raw-packet]}}
    return sendto(out, &ping, sizeof ping, 0, (struct sockaddr *)&to, sizeof to);
}

long good_ping(const char *peer) {
    struct ping ping;
    struct sockaddr_in to;
    int out = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    memset(&ping, 0, sizeof ping);
    ping.head.type = ICMP_ECHO;
    ping.head.un.echo.id = (unsigned short)getpid();
    for (unsigned i = 0; i < sizeof ping.body; i++)
        ping.body[i] = (char)i;
    aim(&to, peer);
    return sendto(out, &ping, sizeof ping, 0, (struct sockaddr *)&to, sizeof to);
}
