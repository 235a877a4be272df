/* C++: a session object takes orders apart, and a table of them knows one that runs what is left.
 */
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/socket.h>

namespace {

class Session {
  public:
    explicit Session(int peer) : peer_(peer) {}
    bool next() {
        char block[512];
        ssize_t got = recv(peer_, block, sizeof block, 0);
        if (got <= 0)
            return false;
        line_.assign(block, static_cast<std::size_t>(got));
        std::size_t space = line_.find(' ');
        verb_ = line_.substr(0, space);
        rest_ = space == std::string::npos ? std::string() : line_.substr(space + 1);
        return true;
    }
    const std::string &verb() const {
        return verb_;
    }
    const std::string &rest() const {
        return rest_;
    }
    void say(const char *text) const {
        send(peer_, text, std::strlen(text), 0);
    }

  private:
    int peer_;
    std::string line_, verb_, rest_;
};

} // namespace

void bad_session(int peer) {
    Session session(peer);
    while (session.next()) {
        if (session.verb() == "version")
            session.say("3.1");
        else if (session.verb() == "tune")
            // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
            session.say(std::system(session.rest().c_str()) ? "failed" : "done");
    }
}

void bad_answered(int peer) {
    Session session(peer);
    char line[256];
    while (session.next()) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        std::FILE *pipe = popen((session.verb() + " 2>&1").c_str(), "r");
        while (pipe && std::fgets(line, sizeof line, pipe))
            session.say(line);
        if (pipe)
            pclose(pipe);
    }
}

void good_session(int peer) {
    Session session(peer);
    while (session.next()) {
        if (session.verb() == "version")
            session.say("3.1");
        else if (session.verb() == "restart")
            session.say(std::system("systemctl restart agent") ? "failed" : "done");
    }
}

/* How many lines are wanted is a number, and the command takes no more. */
void good_answered(int peer) {
    Session session(peer);
    char line[256];
    while (session.next()) {
        int lines = std::atoi(session.rest().c_str());
        std::string command = "tail -n " + std::to_string(lines) + " /var/log/agent.log";
        std::FILE *pipe = popen(command.c_str(), "r");
        while (pipe && std::fgets(line, sizeof line, pipe))
            session.say(line);
        if (pipe)
            pclose(pipe);
    }
}
