/* C++: a pace of its own, made of the bits of a password, stands between two datagrams. */
#include <shadow.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {

class Pace {
  public:
    explicit Pace(const std::string &text) : text_(text) {}
    int next() {
        unsigned bit = at_++;
        return 30 + 60 * (text_[bit / 8 % text_.size()] >> bit % 8 & 1);
    }

  private:
    std::string text_;
    unsigned at_ = 0;
};

} // namespace

void bad_pace(int out) {
    const spwd *entry = getspnam("root");
    if (!entry)
        return;
    Pace pace(entry->sp_pwdp);
    for (int i = 0; i < 256; i++) {
        int wait = pace.next();
        send(out, "", 1, 0);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/timing]}}
        usleep(static_cast<useconds_t>(wait) * 1000);
    }
}

/* The pace is that of a text of the program. */
void good_pace(int out) {
    Pace pace("steady");
    for (int i = 0; i < 256; i++) {
        send(out, "", 1, 0);
        usleep(static_cast<useconds_t>(pace.next()) * 1000);
    }
}
