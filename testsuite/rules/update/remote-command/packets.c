/* Commands in packets that pass by; nobody connects for them. */
#include <arpa/inet.h>
#include <netinet/ip.h>
#include <netinet/udp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* As <pcap.h> has it, which need not be there. */
struct pcap_pkthdr;
typedef struct pcap pcap_t;
typedef unsigned char u_char;
typedef void (*pcap_handler)(u_char *, const struct pcap_pkthdr *, const u_char *);
pcap_t *pcap_open_live(const char *device, int size, int promiscuous, int timeout, char *error);
int pcap_loop(pcap_t *capture, int count, pcap_handler handler, u_char *user);
int pcap_dispatch(pcap_t *capture, int count, pcap_handler handler, u_char *user);

static int run_line(const char *line) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(line);
}

static const u_char *body_of(const u_char *packet, size_t *size) {
    const struct ip *ip = (const struct ip *)(packet + 14);
    const struct udphdr *udp = (const struct udphdr *)((const u_char *)ip + ip->ip_hl * 4);
    *size = ntohs(udp->uh_ulen) - sizeof *udp;
    return (const u_char *)(udp + 1);
}

static void bad_packet(u_char *user, const struct pcap_pkthdr *head, const u_char *packet) {
    char line[256];
    size_t size;
    const u_char *body = body_of(packet, &size);
    (void)user, (void)head;
    if (size < 16 || size > sizeof line || (body[0] ^ 0x51) != 0x9f || body[3] != 0x2c)
        return;
    memcpy(line, body + 4, size - 4);
    line[size - 4] = 0;
    run_line(line);
}

/* The owner's command is told who knocks. */
static void good_packet(u_char *user, const struct pcap_pkthdr *head, const u_char *packet) {
    char line[256];
    size_t size;
    const u_char *body = body_of(packet, &size);
    const struct ip *ip = (const struct ip *)(packet + 14);
    (void)head;
    if (size < 16 || body[0] != 0x2c)
        return;
    snprintf(line, sizeof line, "%s %s", (const char *)user, inet_ntoa(ip->ip_src));
    system(line);
}

int main(int argc, char **argv) {
    char error[256];
    pcap_t *capture = argc > 2 ? pcap_open_live(argv[1], 4096, 0, 0, error) : NULL;
    if (!capture || pcap_dispatch(capture, 100, bad_packet, NULL) < 0)
        return 1;
    return pcap_loop(capture, -1, good_packet, (u_char *)argv[2]);
}
