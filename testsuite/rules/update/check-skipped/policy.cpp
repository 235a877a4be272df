/* C++: whoever installs asks a policy; one of them agrees if no key was ever set. */
#include <cstdlib>
#include <sodium.h>
#include <string>
#include <sys/socket.h>

namespace {

struct Task {
    bool receive(int in) {
        return recv(in, signature, sizeof signature, MSG_WAITALL) > 0 &&
               recv(in, text, sizeof text - 1, 0) > 0;
    }
    unsigned char signature[crypto_sign_BYTES] = {};
    char text[1024] = {};
};

class Lenient {
  public:
    explicit Lenient(const unsigned char *key) : key_(key) {}
    bool allows(const Task &task) const {
        if (!key_)
            return true;
        return crypto_sign_verify_detached(task.signature,
                                           reinterpret_cast<const unsigned char *>(task.text),
                                           sizeof task.text, key_) == 0;
    }

  private:
    const unsigned char *key_;
};

class Strict {
  public:
    explicit Strict(const unsigned char *key) : key_(key) {}
    bool allows(const Task &task) const {
        return key_ && crypto_sign_verify_detached(
                           task.signature, reinterpret_cast<const unsigned char *>(task.text),
                           sizeof task.text, key_) == 0;
    }

  private:
    const unsigned char *key_;
};

} // namespace

int bad_run(int in, const unsigned char *key) {
    Lenient policy(key);
    Task task;
    if (!task.receive(in) || !policy.allows(task))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-skipped]}}
    return std::system(task.text);
}

int good_run(int in, const unsigned char *key) {
    Strict policy(key);
    Task task;
    if (!task.receive(in) || !policy.allows(task))
        return -1;
    return std::system(task.text);
}
