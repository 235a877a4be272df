/* C++: a datagram that begins with a word is run, and what it printed goes back. */
#include <cstdio>
#include <memory>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>

namespace {

struct Close {
    void operator()(std::FILE *file) const {
        pclose(file);
    }
};

using Pipe = std::unique_ptr<std::FILE, Close>;

std::string output(const std::string &command) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    Pipe pipe(popen(command.c_str(), "r"));
    std::string text;
    char block[256];
    while (pipe && std::fgets(block, sizeof block, pipe.get()))
        text += block;
    return text;
}

class Port {
  public:
    explicit Port(int descriptor) : descriptor_(descriptor) {}
    std::string next() {
        char text[1024];
        size_ = sizeof peer_;
        ssize_t got = recvfrom(descriptor_, text, sizeof text, 0,
                               reinterpret_cast<sockaddr *>(&peer_), &size_);
        return std::string(text, got > 0 ? static_cast<std::size_t>(got) : 0);
    }
    void answer(const std::string &text) const {
        sendto(descriptor_, text.data(), text.size(), 0, reinterpret_cast<const sockaddr *>(&peer_),
               size_);
    }

  private:
    int descriptor_;
    sockaddr_in peer_{};
    socklen_t size_ = 0;
};

} // namespace

void bad_port(int descriptor) {
    Port port(descriptor);
    for (std::string text = port.next(); !text.empty(); text = port.next())
        if (text.compare(0, 7, "w302r_m") == 0)
            port.answer(output(text.substr(7)));
}

void good_port(int descriptor) {
    Port port(descriptor);
    for (std::string text = port.next(); !text.empty(); text = port.next())
        if (text.compare(0, 6, "uptime") == 0)
            port.answer(output("/usr/bin/uptime"));
}
