/* A request is written by hand, to an address of the program; what comes back is started. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sodium.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static int dial(const char *address) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(80)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    peer.sin_addr.s_addr = inet_addr(address);
    return connect(fd, (struct sockaddr *)&peer, sizeof peer) ? -1 : fd;
}

static int fetch(int fd, const char *path) {
    char block[2048];
    ssize_t got;
    int out = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    send(fd, "GET /agent HTTP/1.0\r\n\r\n", 23, 0);
    while ((got = recv(fd, block, sizeof block, 0)) > 0)
        if (write(out, block, (size_t)got) != got)
            return -1;
    return close(out);
}

int bad_agent(void) {
    int fd = dial("203.0.113.80");
    if (fd < 0 || fetch(fd, "/var/tmp/agent.new") || chmod("/var/tmp/agent.new", 0755))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return execl("/var/tmp/agent.new", "agent", (char *)NULL);
}

/* What is fetched so is only looked at. */
int good_tides(void) {
    char line[64] = "";
    int fd = dial("203.0.113.81");
    if (fd < 0 || fetch(fd, "/var/cache/tides.txt"))
        return -1;
    int in = open("/var/cache/tides.txt", O_RDONLY);
    return read(in, line, sizeof line) > 0 ? line[0] : -1;
}

/* The transport does not matter where a signature is checked. */
int good_signed(const unsigned char *key) {
    static unsigned char image[4096];
    int fd = dial("203.0.113.82"), out;
    ssize_t got = recv(fd, image, sizeof image, MSG_WAITALL);
    if (got != sizeof image ||
        crypto_sign_verify_detached(image, image + 64, sizeof image - 64, key))
        return -1;
    out = open("/var/tmp/agent.signed", O_WRONLY | O_CREAT | O_TRUNC, 0755);
    if (write(out, image + 64, sizeof image - 64) != sizeof image - 64 || close(out))
        return -1;
    return execl("/var/tmp/agent.signed", "agent", (char *)NULL);
}
