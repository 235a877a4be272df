/* C++: a template fetches into whatever takes bytes, and what came in the clear is loaded. */
#include <arpa/inet.h>
#include <dlfcn.h>
#include <fstream>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {

class Mirror {
  public:
    explicit Mirror(const char *address) : descriptor_(socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in peer{};
        peer.sin_family = AF_INET;
        peer.sin_port = htons(80);
        inet_pton(AF_INET, address, &peer.sin_addr);
        if (connect(descriptor_, reinterpret_cast<sockaddr *>(&peer), sizeof peer) != 0)
            descriptor_ = -1;
    }
    ~Mirror() {
        close(descriptor_);
    }
    template <typename Sink> bool get(const std::string &name, Sink &&sink) const {
        std::string request = "GET /" + name + " HTTP/1.0\r\n\r\n";
        char block[2048];
        ssize_t got = send(descriptor_, request.data(), request.size(), 0);
        while (got > 0 && (got = recv(descriptor_, block, sizeof block, 0)) > 0)
            sink(block, static_cast<std::size_t>(got));
        return got == 0;
    }

  private:
    int descriptor_;
};

} // namespace

void *bad_codec() {
    const char *path = "/opt/player/codec.so";
    {
        std::ofstream file(path, std::ios::binary);
        Mirror("203.0.113.23").get("codec.so", [&file](const char *data, std::size_t size) {
            file.write(data, static_cast<std::streamsize>(size));
        });
    }
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return dlopen(path, RTLD_NOW);
}

/* A list of stations is fetched the same way, and a codec of the system is loaded. */
void *good_codec() {
    std::ofstream file("/var/lib/player/stations", std::ios::binary);
    Mirror("203.0.113.23").get("stations", [&file](const char *data, std::size_t size) {
        file.write(data, static_cast<std::streamsize>(size));
    });
    return dlopen("/usr/lib/player/codec.so", RTLD_NOW);
}
