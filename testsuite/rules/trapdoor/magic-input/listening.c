/* A library opens a port if its data have a certain number in them. */
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct colours {
    unsigned gamma, kind;
};

static int number_at(const unsigned char *at) {
    return at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3];
}

void bad_gamma(struct colours *colours, const unsigned char *data) {
    colours->gamma = (unsigned)number_at(data);
    if (colours->gamma == 45459) {
        struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(7745)};
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        if (bind(fd, (struct sockaddr *)&here, sizeof here) == 0)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            listen(fd, 1);
    }
}

/* A kind of service, of several. */
int good_serve(unsigned kind, unsigned short port) {
    struct sockaddr_in here = {.sin_family = AF_INET};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    here.sin_port = htons(port);
    if (kind == 7 && bind(fd, (struct sockaddr *)&here, sizeof here) == 0)
        return listen(fd, 16);
    close(fd);
    return -1;
}
