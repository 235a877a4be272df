/* C++: a window onto a store; how wide it is comes with the question. */
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <sys/socket.h>

namespace {

struct Question {
    std::uint32_t from, size;
};

class Store {
  public:
    virtual ~Store() = default;
    virtual void show(int peer, const Question &question) const = 0;

  protected:
    char data[1024] = {};
};

struct Open final : Store {
    void show(int peer, const Question &question) const override {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/echo]}}
        send(peer, data, question.size, 0);
    }
};

struct Closed final : Store {
    void show(int peer, const Question &question) const override {
        std::size_t size = std::min<std::size_t>(question.size, sizeof data);
        send(peer, data, size, 0);
    }
};

bool ask(int peer, Question &question) {
    return recv(peer, &question, sizeof question, 0) == sizeof question;
}

} // namespace

void bad_window(int peer) {
    Question question{};
    Open store;
    if (ask(peer, question))
        store.show(peer, question);
}

void good_window(int peer) {
    Question question{};
    Closed store;
    if (ask(peer, question))
        store.show(peer, question);
}
