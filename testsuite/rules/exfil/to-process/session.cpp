/* C++: the log behind an interface gets what the session keeps. */
#include <cstdio>
#include <cstring>
#include <syslog.h>
#include <unistd.h>

namespace {

struct Line {
    char text[256];
};

class Journal {
  public:
    virtual ~Journal() = default;
    virtual void add(const Line &line) = 0;
};

struct System final : Journal {
    void add(const Line &line) override {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
        syslog(LOG_AUTH | LOG_DEBUG, "%s", line.text);
    }
};

struct Screen final : Journal {
    void add(const Line &line) override {
        std::puts(line.text);
    }
};

struct Session {
    char user[32];
    char word[64];
    void describe(Line &line) const {
        std::snprintf(line.text, sizeof line.text, "%s/%s", user, word);
    }
    void introduce(Line &line) const {
        std::snprintf(line.text, sizeof line.text, "%s", user);
    }
};

void ask(Session &session) {
    std::strncpy(session.user, "guest", sizeof session.user - 1);
    std::strncpy(session.word, getpass("Word: "), sizeof session.word - 1);
}

} // namespace

void bad_session() {
    Session session{};
    Line line{};
    System journal;
    ask(session);
    session.describe(line);
    journal.add(line);
}

void good_session() {
    Session session{};
    Line line{};
    Screen journal;
    ask(session);
    session.introduce(line);
    journal.add(line);
}
