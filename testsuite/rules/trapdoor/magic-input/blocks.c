/* Numbers that blocks of addresses begin with, held against what arrives, and one that is none. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <sys/socket.h>
#include <unistd.h>

struct lease {
    uint32_t kind, size;
    struct in6_addr address;
};

/* A lease of an address of the link alone is none that outlives it. */
int good_lease(int fd) {
    struct lease lease;
    if (recv(fd, &lease, sizeof lease, 0) != (ssize_t)sizeof lease)
        return -1;
    if (IN6_IS_ADDR_LINKLOCAL(&lease.address))
        return unlink("/var/lib/leases/current");
    return 0;
}

static uint32_t network_of(uint32_t address, int bits) {
    return ntohl(address) & (0xffffffffu << (32 - bits));
}

int good_private(int fd) {
    struct in_addr address;
    if (recv(fd, &address, sizeof address, 0) != (ssize_t)sizeof address)
        return -1;
    if (network_of(address.s_addr, 16) == 0xa9fe0000)
        return unlink("/var/lib/leases/current");
    return 0;
}

int bad_lease(int fd) {
    struct lease lease;
    if (recv(fd, &lease, sizeof lease, 0) != (ssize_t)sizeof lease)
        return -1;
    if (lease.address.s6_addr32[3] == htonl(0xfe8051a7))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return unlink("/var/lib/leases/current");
    return 0;
}
