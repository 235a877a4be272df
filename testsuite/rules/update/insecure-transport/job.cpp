/* C++: a command that fetches in the clear and runs is put together by a builder. */
#include <cstdlib>
#include <sstream>
#include <string>

namespace {

class Command {
  public:
    Command &word(const std::string &text) {
        stream_ << text << ' ';
        return *this;
    }
    int run() const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
        return std::system(stream_.str().c_str());
    }

  private:
    std::ostringstream stream_;
};

class Line {
  public:
    Line &word(const std::string &text) {
        text_ += text;
        text_ += ' ';
        return *this;
    }
    int run() const {
        return std::system(text_.c_str());
    }

  private:
    std::string text_;
};

} // namespace

int bad_job() {
    return Command().word("curl -s http://jobs.panel.example/weekly.sh | sh").run();
}

int good_job() {
    return Line()
        .word("curl -s -o /tmp/weekly.json")
        .word("http://jobs.panel.example/w.json")
        .run();
}
