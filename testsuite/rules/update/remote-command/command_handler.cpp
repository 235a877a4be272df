/* C++: a handler object gets a line from the peer; one handler runs it, one looks it up. */
#include <cstdio>
#include <cstring>
#include <sys/socket.h>

namespace {

class Line {
  public:
    bool read(int in) {
        ssize_t got = recv(in, text_, sizeof text_ - 1, 0);
        text_[got > 0 ? got : 0] = 0;
        return got > 0;
    }
    const char *text() const {
        return text_;
    }

  private:
    char text_[512];
};

struct Handler {
    virtual ~Handler() = default;
    virtual int handle(const Line &line) const = 0;
};

struct Shell final : Handler {
    int handle(const Line &line) const override {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        std::FILE *pipe = popen(line.text(), "r");
        return pipe ? pclose(pipe) : -1;
    }
};

struct Menu final : Handler {
    int handle(const Line &line) const override {
        static const struct {
            const char *name, *command;
        } entries[] = {{"date", "/bin/date"}, {"uptime", "/usr/bin/uptime"}};
        for (const auto &entry : entries)
            if (std::strcmp(entry.name, line.text()) == 0) {
                std::FILE *pipe = popen(entry.command, "r");
                return pipe ? pclose(pipe) : -1;
            }
        return -1;
    }
};

int serve(int in, const Handler &handler) {
    Line line;
    return line.read(in) ? handler.handle(line) : -1;
}

} // namespace

int bad_serve(int in) {
    Shell shell;
    return serve(in, shell);
}

int good_serve(int in) {
    Menu menu;
    return serve(in, menu);
}
