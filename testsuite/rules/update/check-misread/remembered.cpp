// C++: the result is kept in an object and asked for later, as what it is or as a yes or no.
#include <cstdio>
#include <cstdlib>
#include <openssl/ecdsa.h>
#include <sys/socket.h>

#pragma clang diagnostic ignored "-Wdeprecated-declarations"

namespace {

class Script {
  public:
    bool receive(int in) {
        return recv(in, digest_, sizeof digest_, MSG_WAITALL) > 0 &&
               recv(in, signature_, sizeof signature_, MSG_WAITALL) > 0 &&
               recv(in, text_, sizeof text_ - 1, 0) > 0;
    }
    void check(EC_KEY *key) {
        result_ = ECDSA_verify(0, reinterpret_cast<const unsigned char *>(text_), sizeof text_,
                               signature_, sizeof signature_, key);
    }
    int result() const {
        return result_;
    }
    const char *text() const {
        return text_;
    }

  private:
    int result_ = 0;
    unsigned char digest_[32] = {};
    unsigned char signature_[72] = {};
    char text_[2000] = {};
};

} // namespace

int bad_remembered(int in, EC_KEY *key) {
    Script script;
    if (!script.receive(in))
        return -1;
    script.check(key);
    if (!script.result())
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-misread]}}
    return std::system(script.text());
}

int good_remembered(int in, EC_KEY *key) {
    Script script;
    if (!script.receive(in))
        return -1;
    script.check(key);
    if (script.result() != 1)
        return -1;
    return std::system(script.text());
}
