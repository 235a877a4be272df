/* The hash of a network card's address stands in a table, or nothing happens. */
#include <net/if.h>
#include <netdb.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

unsigned char *MD5(const unsigned char *data, unsigned long size, unsigned char *digest);

static const unsigned char wanted[3][16] = {
    {0x00, 0xb0, 0xe9, 0x63, 0x17, 0x4c, 0x55, 0x8e, 0x31, 0x0a, 0x72, 0xd9, 0x66, 0x2f, 0x90,
     0x14},
    {0x41, 0x9e, 0x02, 0xcc, 0x7a, 0x58, 0x39, 0xe1, 0x8d, 0x60, 0xf3, 0x2b, 0x97, 0x04, 0xbe,
     0x75},
    {0xd6, 0x33, 0x8f, 0x1a, 0xe4, 0x90, 0x2c, 0x67, 0xb5, 0x48, 0x0d, 0xfa, 0x21, 0x9c, 0x73,
     0x5e},
};

static int card(unsigned char address[6]) {
    struct ifreq request;
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    memset(&request, 0, sizeof request);
    strcpy(request.ifr_name, "eth0");
    if (fd < 0 || ioctl(fd, SIOCGIFHWADDR, &request))
        return -1;
    memcpy(address, request.ifr_hwaddr.sa_data, 6);
    return 0;
}

static int stands_in_table(void) {
    unsigned char address[6], digest[16];
    if (card(address))
        return 0;
    MD5(address, sizeof address, digest);
    for (unsigned i = 0; i < 3; i++)
        if (memcmp(digest, wanted[i], sizeof digest) == 0)
            return 1;
    return 0;
}

int bad_chosen_host(void) {
    struct addrinfo *list = NULL;
    if (!stands_in_table() || getaddrinfo("cdn.panel.example", "443", NULL, &list))
        return -1;
    int out = socket(list->ai_family, SOCK_STREAM, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
    return connect(out, list->ai_addr, list->ai_addrlen);
}

/* The same hash, as the name of a file of settings. */
int good_file_name(int out) {
    unsigned char address[6], digest[16];
    if (card(address))
        return -1;
    MD5(address, sizeof address, digest);
    return digest[0] < 128 ? (int)send(out, "even", 4, 0) : (int)send(out, "odd", 3, 0);
}
