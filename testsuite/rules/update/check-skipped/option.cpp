/* C++: a setting that a stream reads turns the check into nothing. */
#include <cstdlib>
#include <fstream>
#include <sodium.h>
#include <string>
#include <sys/socket.h>

namespace {

class Settings {
  public:
    explicit Settings(const char *path) {
        std::ifstream file(path);
        std::string line;
        while (std::getline(file, line)) {
            if (line == "verify=off")
                verify_ = false;
            if (line == "quiet=on")
                quiet_ = true;
        }
    }
    bool verify() const {
        return verify_;
    }
    bool quiet() const {
        return quiet_;
    }

  private:
    bool verify_ = true, quiet_ = false;
};

struct Script {
    unsigned char signature[crypto_sign_BYTES];
    char text[900];
    bool receive(int in) {
        return recv(in, this, sizeof *this, MSG_WAITALL) == sizeof *this;
    }
    bool is_genuine(const unsigned char *key) const {
        return crypto_sign_verify_detached(signature, reinterpret_cast<const unsigned char *>(text),
                                           sizeof text, key) == 0;
    }
};

} // namespace

int bad_script(int in, const unsigned char *key) {
    Settings settings("/etc/box/agent.conf");
    Script script;
    if (!script.receive(in))
        return -1;
    if (settings.verify() && !script.is_genuine(key))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-skipped]}}
    return std::system(script.text);
}

int good_script(int in, const unsigned char *key) {
    Settings settings("/etc/box/agent.conf");
    Script script;
    if (!script.receive(in))
        return -1;
    if (!script.is_genuine(key))
        return -1;
    if (!settings.quiet())
        setenv("VERBOSE", "1", 1);
    return std::system(script.text);
}
