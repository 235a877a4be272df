#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

struct sink {
    int fd;
    struct sockaddr_in to;
};

static void aim(struct sink *sink, const char *address) {
    memset(&sink->to, 0, sizeof sink->to);
    sink->to.sin_family = AF_INET;
    sink->to.sin_port = htons(514);
    inet_pton(AF_INET, address, &sink->to.sin_addr);
}

int good_log(int fd, const char *line) {
    struct sink sink = {.fd = fd};
    aim(&sink, "203.0.113.5");
    return (int)sendto(sink.fd, line, strlen(line), 0, (struct sockaddr *)&sink.to, sizeof sink.to);
}

int bad_copy(int fd, const char *line) {
    struct sink sink = {.fd = fd};
    aim(&sink, "203.0.113.66");
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/undeclared-endpoint]}}
    return (int)sendto(sink.fd, line, strlen(line), 0, (struct sockaddr *)&sink.to, sizeof sink.to);
}
