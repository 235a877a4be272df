// report: nothing
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

extern int nothing_more;
extern int next_option(int count, char *const *words);

static int open_port(int fd, int waiting) {
    return listen(fd, waiting);
}

int main(int argc, char **argv) {
    int option, waiting = 4, fd = socket(AF_INET, SOCK_STREAM, 0);
    while ((option = next_option(argc, argv)) != nothing_more) {
        switch (option) {
        case 'w':
            waiting = 32;
            break;
        case 'q':
            close(2);
            break;
        default:
            return 100;
        }
    }
    return open_port(fd, waiting);
}
