/* C++: to a declared peer go data that its declaration does not name. */
#include <netdb.h>
#include <pwd.h>
#include <sstream>
#include <string>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>

namespace {

class Line {
  public:
    explicit Line(const char *host) {
        addrinfo *list = nullptr;
        if (getaddrinfo(host, "7301", nullptr, &list) != 0)
            return;
        out_ = socket(list->ai_family, SOCK_STREAM, 0);
        if (connect(out_, list->ai_addr, list->ai_addrlen) != 0) {
            close(out_);
            out_ = -1;
        }
        freeaddrinfo(list);
    }
    ~Line() {
        close(out_);
    }

  protected:
    int out_ = -1;
};

class Report : public Line {
  public:
    Report() : Line("reports.maker.example") {}
    void add(const std::string &name, const std::string &value) {
        text_ << name << '=' << value << ';';
    }
    void post() const {
        std::string text = text_.str();
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/undeclared-endpoint]}}
        send(out_, text.data(), text.size(), 0);
    }

  private:
    std::ostringstream text_;
};

class Greeting : public Line {
  public:
    Greeting() : Line("reports.maker.example") {}
    void post(const std::string &text) const {
        send(out_, text.data(), text.size(), 0);
    }
};

} // namespace

void bad_report() {
    const passwd *user = getpwuid(getuid());
    Report report;
    if (user)
        report.add("who", user->pw_name);
    report.post();
}

void good_report() {
    char name[64] = "";
    gethostname(name, sizeof name - 1);
    Greeting().post(name);
}
