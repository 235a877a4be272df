#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstring>
#include <string>

class Link {
  public:
    explicit Link(const std::string &host) {
        addrinfo hints{}, *list = nullptr;
        hints.ai_socktype = SOCK_STREAM;
        if (getaddrinfo(host.c_str(), "8081", &hints, &list) != 0)
            return;
        fd = socket(list->ai_family, list->ai_socktype, 0);
        if (fd >= 0 && connect(fd, list->ai_addr, list->ai_addrlen) != 0)
            fd = -1;
        freeaddrinfo(list);
    }
    int fd = -1;
};

/* The lowest free descriptor is the one that was closed. */
void bad_closed_first() {
    Link link("relay.example");
    close(0);
    if (link.fd < 0 || dup(link.fd) != 0)
        return;
    close(1);
    if (dup(link.fd) != 1)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    execlp("sh", "sh", static_cast<char *>(nullptr));
}

/* Standard output goes to a file and a script runs; the link is something else. */
int good_beside(int log) {
    Link link("relay.example");
    if (link.fd < 0)
        return -1;
    send(link.fd, "start\n", 6, 0);
    dup2(log, 1);
    return execlp("sh", "sh", "/usr/share/agent/collect.sh", static_cast<char *>(nullptr));
}
