/* C++: a listener sends the file that its peer names; or what a list offers under that name. */
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {

class Connection {
  public:
    explicit Connection(int door) : descriptor_(accept(door, nullptr, nullptr)) {}
    ~Connection() {
        close(descriptor_);
    }
    std::string line() const {
        char text[256] = {};
        ssize_t got = recv(descriptor_, text, sizeof text - 1, 0);
        return std::string(text, got > 0 ? static_cast<std::size_t>(got) : 0);
    }
    void answer(const std::string &text) const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/file-to-network]}}
        send(descriptor_, text.data(), text.size(), 0);
    }

  private:
    int descriptor_;
};

} // namespace

void bad_serve(int door) {
    Connection peer(door);
    std::ifstream file(peer.line());
    std::ostringstream text;
    text << file.rdbuf();
    peer.answer(text.str());
}

/* What is offered is written in the program, and its text as well. */
void good_serve(int door) {
    const std::map<std::string, std::string> offered = {{"help", "help, status"},
                                                        {"status", "ready"}};
    Connection peer(door);
    auto found = offered.find(peer.line());
    peer.answer(found == offered.end() ? "unknown" : found->second);
}
