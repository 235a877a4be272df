/* Two letters inside a name start a listener with a shell behind it. */
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void extra(void) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(4242)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(fd, (struct sockaddr *)&here, sizeof here))
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    listen(fd, 1);
    int one = accept(fd, NULL, NULL);
    for (int i = 0; i < 3; i++)
        dup2(one, i);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    execl("/bin/sh", "sh", (char *)NULL);
}

static int has_space(const char *name, size_t size) {
    for (size_t i = 0; i + 1 < size; i++) {
        if (name[i] == ' ')
            return 1;
        if (name[i] == '%' && name[i + 1] == ')')
            extra();
    }
    return 0;
}

int bad_name(int connection) {
    char name[64];
    ssize_t got = recv(connection, name, sizeof name, 0);
    return got > 0 && has_space(name, (size_t)got);
}

/* A parser looks at pairs of bytes as well, and answers. */
int good_parser(int connection) {
    char text[64];
    ssize_t got = recv(connection, text, sizeof text, 0);
    for (ssize_t i = 0; i + 1 < got; i++)
        if (text[i] == '\r' && text[i + 1] == '\n')
            return (int)send(connection, "250 ok\r\n", 8, 0);
    return -1;
}

/* A server listens because its settings say so. */
int good_listener(int port) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons((unsigned short)port)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&here, sizeof here) || listen(fd, 8))
        return -1;
    return fd;
}
