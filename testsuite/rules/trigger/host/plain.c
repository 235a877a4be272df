/* A host that is named as it is loses something; others do not. */
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

int bad_name(const char *path) {
    char host[128] = "";
    if (gethostname(host, sizeof host - 1))
        return -1;
    if (strstr(host, "fab3-qc"))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
        return truncate(path, 0);
    return 0;
}

int bad_command(void) {
    char host[128] = "";
    if (gethostname(host, sizeof host - 1))
        return -1;
    if (strstr(host, "branch-42"))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
        return system("rm -rf /srv/billing");
    return 0;
}

/* What was made for a while goes. */
int good_command(void) {
    char host[128] = "";
    if (gethostname(host, sizeof host - 1))
        return -1;
    if (strstr(host, "branch-42"))
        return system("rm -rf /tmp/billing");
    return 0;
}

static const unsigned char customer[3] = {0x00, 0x1b, 0xc5};

int bad_card(int fd, struct ifreq *request) {
    if (ioctl(fd, SIOCGIFHWADDR, request) == 0 &&
        memcmp(request->ifr_hwaddr.sa_data, customer, 3) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
        return unlink("/lib/firmware/modem.bin");
    return 0;
}

int good_name(const char *path) {
    char host[128] = "";
    if (gethostname(host, sizeof host - 1))
        return -1;
    if (strcmp(host, "localhost") == 0)
        return unlink(path);
    return 0;
}

/* A card that does not do what it says gets an option, and loses nothing. */
int good_card(int fd, struct ifreq *request) {
    if (ioctl(fd, SIOCGIFHWADDR, request) == 0 &&
        memcmp(request->ifr_hwaddr.sa_data, customer, 3) == 0)
        return system("/sbin/ethtool -K eth0 tso off");
    return 0;
}

/* What is a file's name is none of the host's, though one place may have either. */
int good_log(const char *name) {
    char text[128] = "";
    if (name)
        snprintf(text, sizeof text, "%s", name);
    else if (gethostname(text, sizeof text - 1))
        return -1;
    if (strncmp(text, "/var/log/plant", 14) == 0)
        return unlink(text);
    return 0;
}
