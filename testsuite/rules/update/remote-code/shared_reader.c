/* One function reads from files and from peers. What is loaded tells by the calls that lead there.
 */
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum { LARGEST = 1 << 16 };

static size_t read_all(int fd, char *buffer, size_t size) {
    size_t used = 0;
    while (used < size) {
        ssize_t got = read(fd, buffer + used, size - used);
        if (got <= 0)
            break;
        used += (size_t)got;
    }
    return used;
}

int init_module(void *image, unsigned long size, const char *options);

int good_load(const char *path) {
    static char image[LARGEST];
    int fd = open(path, O_RDONLY);
    if (fd < 0)
        return -1;
    size_t size = read_all(fd, image, sizeof image);
    close(fd);
    return init_module(image, size, "");
}

int bad_load(const struct sockaddr_in *peer) {
    char *image = malloc(LARGEST);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (!image || connect(fd, (const struct sockaddr *)peer, sizeof *peer) != 0)
        return -1;
    size_t size = read_all(fd, image, LARGEST);
    close(fd);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    return init_module(image, size, "");
}
