/* C++: how much filler a packet has is told by a letter of a token; or by its own content. */
#include <array>
#include <cstdlib>
#include <string>
#include <sys/socket.h>

namespace {

class Packer {
  public:
    explicit Packer(int out) : out_(out) {}
    void put(std::size_t filler) const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/timing]}}
        send(out_, block_.data(), 4 + filler, 0);
    }

  private:
    int out_;
    std::array<char, 512> block_{};
};

} // namespace

void bad_padding(int out) {
    Packer packer(out);
    const char *token = std::getenv("AWS_SECRET_ACCESS_KEY");
    for (const char *c = token; c && *c; c++)
        packer.put(static_cast<std::size_t>(*c));
}

void good_padding(int out, const char *message) {
    Packer packer(out);
    std::string text(message);
    packer.put(16 - text.size() % 16);
}
