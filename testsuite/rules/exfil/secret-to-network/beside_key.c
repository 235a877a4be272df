/* What lies beside a key: keys of a realm are bytes, and no name holds any. */
#define _GNU_SOURCE
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct piece {
    unsigned size;
    char *bytes;
};

static int read_key(struct piece *piece, const char *realm) {
    char name[256];
    snprintf(name, sizeof name, "/var/lib/krb5kdc/.k5.%s", realm);
    FILE *file = fopen(name, "rb");
    if (!file)
        return -1;
    piece->size = (unsigned)fread(piece->bytes, 1, 32, file);
    fclose(file);
    return 0;
}

/* Of a principal, some piece is the host. */
static int look_up(const struct piece *pieces, unsigned host) {
    struct addrinfo *answer = NULL;
    char name[256];
    snprintf(name, sizeof name, "%s.", pieces[host].bytes);
    int result = getaddrinfo(name, "88", NULL, &answer);
    if (!result)
        freeaddrinfo(answer);
    return result;
}

int good_realm(const char *realm, const char *host, unsigned which) {
    struct piece pieces[3] = {{0, malloc(32)}, {0, strdup(host)}, {0, strdup(realm)}};
    if (!pieces[0].bytes || !pieces[1].bytes || read_key(&pieces[0], realm) != 0)
        return -1;
    return look_up(pieces, which);
}

int bad_spelled(const char *realm) {
    char bytes[32], name[128];
    struct piece key = {0, bytes};
    struct addrinfo *answer;
    if (read_key(&key, realm) != 0)
        return -1;
    for (int i = 0; i < 32; i++)
        snprintf(name + 2 * i, 3, "%02x", (unsigned char)bytes[i]);
    strcat(name, ".");
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return getaddrinfo(name, NULL, NULL, &answer);
}
