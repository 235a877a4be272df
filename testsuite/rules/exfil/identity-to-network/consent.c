/* Statistics for the maker: sent by whoever starts the program, or only when the owner agreed. */
#include <net/if.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>

static struct {
    int statistics;
    int verbose;
} options;

static void load(const char *path) {
    char key[32], value[32];
    FILE *file = fopen(path, "r");
    while (file && fscanf(file, "%31s %31s", key, value) == 2) {
        if (strcmp(key, "statistics") == 0)
            options.statistics = strcmp(value, "on") == 0;
        if (strcmp(key, "verbose") == 0)
            options.verbose = 1;
    }
    if (file)
        fclose(file);
}

static int reach(void) {
    struct addrinfo *list = NULL;
    if (getaddrinfo("stats.meter.example", "443", NULL, &list))
        return -1;
    int out = socket(list->ai_family, SOCK_STREAM, 0);
    int failed = connect(out, list->ai_addr, list->ai_addrlen);
    freeaddrinfo(list);
    return failed ? -1 : out;
}

int bad_statistics(void) {
    struct ifreq request;
    struct utsname name;
    char line[512];
    load("/etc/meter.conf");
    int out = reach();
    memset(&request, 0, sizeof request);
    strcpy(request.ifr_name, "eth0");
    ioctl(out, SIOCGIFHWADDR, &request);
    uname(&name);
    const char *user = getlogin();
    const unsigned char *address = (unsigned char *)request.ifr_hwaddr.sa_data;
    int size = snprintf(line, sizeof line, "%s %s %02x%02x%02x", user ? user : "", name.nodename,
                        address[3], address[4], address[5]);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(out, line, (size_t)size, 0);
    return close(out);
}

int good_statistics(void) {
    struct utsname name;
    char line[512];
    load("/etc/meter.conf");
    if (!options.statistics)
        return 0;
    int out = reach();
    uname(&name);
    const char *user = getlogin();
    int size = snprintf(line, sizeof line, "%s %s", user ? user : "", name.nodename);
    send(out, line, (size_t)size, 0);
    return close(out);
}
