#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

int serve(void) {
    struct sockaddr_in any = {.sin_family = AF_INET, .sin_port = htons(8080)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&any, sizeof any) != 0 || listen(fd, 8) != 0)
        return -1;
    int peer = accept(fd, NULL, NULL);
    return peer < 0 ? -1 : (int)write(peer, "up\n", 3);
}
