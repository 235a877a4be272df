// expected-no-diagnostics
/* Who types at the terminal of a tool may have it open ports: a document is loaded by FTP. */
#include <netinet/in.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>

char *readline(const char *prompt);

static int data_port(void) {
    struct sockaddr_in here = {.sin_family = AF_INET};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&here, sizeof here) != 0)
        return -1;
    return listen(fd, 1);
}

int good_shell(void) {
    char *line;
    while ((line = readline("/ > ")))
        if (strncmp(line, "load ftp://", 11) == 0 && data_port() != 0)
            return 1;
    return 0;
}
