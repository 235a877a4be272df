/* C++: lines that a server sent are split, and one kind of them goes to a shell. */
#include <arpa/inet.h>
#include <cstdlib>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

std::vector<std::string> orders(int peer) {
    char buffer[1024];
    std::vector<std::string> lines;
    ssize_t got = recv(peer, buffer, sizeof buffer, 0);
    std::string line;
    for (ssize_t i = 0; i < got; i++) {
        if (buffer[i] != '\n') {
            line.push_back(buffer[i]);
            continue;
        }
        lines.push_back(line);
        line.clear();
    }
    return lines;
}

int dial() {
    sockaddr_in peer{};
    peer.sin_family = AF_INET;
    peer.sin_port = htons(7070);
    inet_pton(AF_INET, "203.0.113.70", &peer.sin_addr);
    int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    return connect(descriptor, reinterpret_cast<sockaddr *>(&peer), sizeof peer) ? -1 : descriptor;
}

} // namespace

void bad_serve() {
    for (const std::string &line : orders(dial())) {
        std::string command = "nice " + line;
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        if (std::system(command.c_str()))
            break;
    }
}

/* The server chooses among what the program knows. */
void good_serve() {
    for (const std::string &line : orders(dial())) {
        const char *command = line == "clean" ? "tmpreaper 1d /tmp" : "true";
        if (std::system(command))
            break;
    }
}
