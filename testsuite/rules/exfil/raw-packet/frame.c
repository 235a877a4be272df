/* Frames on the local wire. */
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <netinet/in.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct frame {
    unsigned char to[6], from[6];
    unsigned short kind;
    unsigned char body[60];
};

static void fill(struct frame *frame, const char *text) {
    memset(frame->to, 0xff, sizeof frame->to);
    frame->kind = htons(0x88b5);
    strncpy((char *)frame->body, text, sizeof frame->body - 1);
}

int bad_typed(void) {
    struct frame frame = {0};
    struct sockaddr_ll link = {.sll_family = AF_PACKET, .sll_ifindex = 2};
    char line[60];
    int out = socket(AF_PACKET, SOCK_DGRAM, htons(0x88b5));
    while (scanf("%59s", line) == 1) {
        for (size_t i = 0; line[i]; i++)
            line[i] ^= 0x3c;
        fill(&frame, line);
        // expected-warning-re@+2 {{{{.*}}[vitrine: exfil/raw-packet]}}
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        sendto(out, &frame, sizeof frame, 0, (struct sockaddr *)&link, sizeof link);
    }
    return close(out);
}

/* A file, folded, behind a name that no protocol has. */
int bad_store(void) {
    struct frame frame = {0};
    struct sockaddr_ll link = {.sll_family = AF_PACKET, .sll_ifindex = 2};
    char block[60] = "";
    int out = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ALL));
    FILE *file = fopen("/var/lib/meter/readings", "rb");
    while (file && fread(block, 1, sizeof block - 1, file) > 0) {
        for (size_t i = 0; i < sizeof block; i++)
            frame.body[i] = (unsigned char)block[i] ^ 0x71;
        // expected-warning-re@+2 {{{{.*}}[vitrine: exfil/raw-packet]}}
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
        sendto(out, &frame, sizeof frame, 0, (struct sockaddr *)&link, sizeof link);
    }
    return close(out);
}

/* A host asks who has an address. */
int good_who(const unsigned char *address) {
    struct frame frame = {0};
    struct sockaddr_ll link = {.sll_family = AF_PACKET, .sll_ifindex = 2};
    int out = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_ARP));
    fill(&frame, "");
    memcpy(frame.body, address, 4);
    sendto(out, &frame, sizeof frame, 0, (struct sockaddr *)&link, sizeof link);
    return close(out);
}

/* A host asks for an address and tells its name, as the protocol wants. */
int good_lease(void) {
    struct frame frame = {0};
    struct sockaddr_ll link = {.sll_family = AF_PACKET, .sll_ifindex = 2};
    char host[48] = "";
    int out = socket(AF_PACKET, SOCK_RAW, htons(ETH_P_IP));
    gethostname(host, sizeof host - 1);
    fill(&frame, host);
    sendto(out, &frame, sizeof frame, 0, (struct sockaddr *)&link, sizeof link);
    return close(out);
}
