/* Passwords in small structs that functions return, and what is wiped before its room is handed
 * on. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct piece {
    char *bytes;
    size_t size;
};

static struct piece read_piece(const char *path) {
    struct piece piece = {malloc(512), 0};
    int file = open(path, O_RDONLY);
    ssize_t got = piece.bytes && file >= 0 ? read(file, piece.bytes, 512) : -1;
    if (got > 0)
        piece.size = (size_t)got;
    close(file);
    return piece;
}

static void bad_send(int fd) {
    struct piece key = read_piece("/etc/shadow");
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(fd, key.bytes, key.size, 0);
    free(key.bytes);
}

static void good_send(int fd) {
    struct piece key = read_piece("/etc/motd");
    send(fd, key.bytes, key.size, 0);
    free(key.bytes);
}

static void answer(int fd, char **room) {
    send(fd, *room, strlen(*room), 0);
}

static void good_wiped(int fd) {
    char bytes[512], *room = bytes;
    int file = open("/etc/shadow", O_RDONLY);
    if (read(file, room, sizeof bytes) > 0 && room[0] == '-')
        memset(room, 0, sizeof bytes);
    memset(room, 0, sizeof bytes);
    strcpy(room, "ready");
    answer(fd, &room);
    close(file);
}

void serve(int fd) {
    bad_send(fd);
    good_send(fd);
    good_wiped(fd);
}
