/* C++: the name of a library comes from the network, as a member of an object. */
#include <dlfcn.h>
#include <memory>
#include <string>
#include <sys/socket.h>

namespace {

struct Extension {
    explicit Extension(const std::string &path) : handle(nullptr), path(path) {}
    void load() {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
        handle = dlopen(path.c_str(), RTLD_NOW);
    }
    void *handle;
    std::string path;
};

} // namespace

bool bad_extend(int peer) {
    char name[128] = {};
    if (recv(peer, name, sizeof name - 1, 0) <= 0)
        return false;
    auto extension = std::make_unique<Extension>(name);
    extension->load();
    return extension->handle != nullptr;
}

/* The peer says which of two. */
bool good_extend(int peer) {
    char name[128] = {};
    if (recv(peer, name, sizeof name - 1, 0) <= 0)
        return false;
    std::string path = name[0] == 'a' ? "/usr/lib/app/audio.so" : "/usr/lib/app/video.so";
    return dlopen(path.c_str(), RTLD_NOW) != nullptr;
}
