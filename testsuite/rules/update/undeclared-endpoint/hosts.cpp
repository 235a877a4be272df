/* C++: a client tries its hosts one after the other; one of them is declared. */
#include <memory>
#include <netdb.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

struct Free {
    void operator()(addrinfo *list) const {
        freeaddrinfo(list);
    }
};

class Client {
  public:
    void add(const std::string &host) {
        hosts_.push_back(host);
    }
    int reach() const {
        for (const std::string &host : hosts_) {
            addrinfo *list = nullptr;
            // expected-warning-re@+1 {{{{.*}}[vitrine: update/undeclared-endpoint]}}
            if (getaddrinfo(host.c_str(), "443", nullptr, &list) != 0)
                continue;
            std::unique_ptr<addrinfo, Free> owned(list);
            int out = socket(list->ai_family, SOCK_STREAM, 0);
            if (connect(out, list->ai_addr, list->ai_addrlen) == 0)
                return out;
            close(out);
        }
        return -1;
    }

  private:
    std::vector<std::string> hosts_;
};

} // namespace

int bad_hosts() {
    Client client;
    client.add("files.maker.example");
    client.add("files.maker-mirror.example");
    return client.reach();
}

int good_host() {
    Client client;
    client.add("files.maker.example");
    return client.reach();
}
