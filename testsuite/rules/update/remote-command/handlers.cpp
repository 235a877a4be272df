/* C++: who handles a message is behind an interface, or is a lambda given to a loop: one of them
 * obeys. */
#include <cstdlib>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {

struct Message {
    unsigned char kind = 0;
    char text[256] = {};
};

bool receive(int peer, Message &message) {
    ssize_t got = recv(peer, &message, sizeof message - 1, 0);
    return got > 1;
}

class Handler {
  public:
    virtual ~Handler() = default;
    virtual int handle(const Message &message) = 0;
};

class Obey : public Handler {
  public:
    int handle(const Message &message) override {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        return std::system(message.text);
    }
};

class Blink : public Handler {
  public:
    int handle(const Message &message) override {
        return message.kind ? std::system("ledctl blink") : std::system("ledctl off");
    }
};

int serve(int peer, Handler &handler) {
    Message message;
    int done = 0;
    while (receive(peer, message))
        done += handler.handle(message) == 0;
    return done;
}

template <typename Work> int each(int peer, Work work) {
    Message message;
    int done = 0;
    while (receive(peer, message))
        done += work(message) == 0;
    return done;
}

} // namespace

int bad_handlers(int peer) {
    Obey obey;
    return serve(peer, obey);
}

int bad_each(int peer) {
    return each(peer, [](const Message &message) {
        std::string command = std::string("cd /var/lib/agent && ") + message.text;
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        return message.kind == 7 ? std::system(command.c_str()) : 0;
    });
}

int good_handlers(int peer) {
    Blink blink;
    return serve(peer, blink);
}

int good_each(int peer) {
    return each(peer, [](const Message &message) {
        std::string command = "cd /var/lib/agent && ./refresh ";
        command += message.kind == 7 ? "all" : "new";
        return std::system(command.c_str());
    });
}
