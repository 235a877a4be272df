/* Rights by the name that a name service tells of the peer; beside it one that is written down, and
 * one that a file of the owner's names. */
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <syslog.h>
#include <unistd.h>

struct guest {
    int fd;
    int is_admin;
    char host[NI_MAXHOST];
};

static int meet(struct guest *guest) {
    struct sockaddr_storage from;
    socklen_t size = sizeof from;
    guest->fd = accept(3, (struct sockaddr *)&from, &size);
    return guest->fd < 0 ? -1
                         : getnameinfo((struct sockaddr *)&from, size, guest->host,
                                       sizeof guest->host, NULL, 0, NI_NAMEREQD);
}

void bad_tail(struct guest *guest) {
    size_t length;
    if (meet(guest) != 0)
        return;
    length = strlen(guest->host);
    if (length > 17 && strcasecmp(guest->host + length - 17, ".ops.lantern.test") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        guest->is_admin = 1;
}

int bad_entry(int fd, struct guest *guest) {
    unsigned char address[4];
    if (recv(fd, address, sizeof address, 0) != sizeof address)
        return -1;
    struct hostent *entry = gethostbyaddr(address, sizeof address, AF_INET);
    if (entry && strcmp(entry->h_name, "vault.lantern.test") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        guest->is_admin = 1;
    return guest->is_admin;
}

void good_logged(struct guest *guest) {
    if (meet(guest) == 0 && strcasecmp(guest->host, "vault.lantern.test") == 0)
        syslog(LOG_INFO, "hello, %s", guest->host);
}

void good_named(struct guest *guest, FILE *hosts) {
    char line[NI_MAXHOST];
    if (meet(guest) != 0)
        return;
    while (fgets(line, sizeof line, hosts)) {
        line[strcspn(line, "\n")] = 0;
        if (strcasecmp(line, guest->host) == 0)
            guest->is_admin = 1;
    }
}
