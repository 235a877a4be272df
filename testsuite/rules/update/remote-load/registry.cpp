/* C++: a registry loads what a message names, out of a folder or wherever it is. */
#include <dlfcn.h>
#include <functional>
#include <string>
#include <sys/socket.h>
#include <vector>

namespace {

class Registry {
  public:
    void on_load(std::function<void *(const std::string &)> loader) {
        loader_ = loader;
    }
    bool serve(int in) {
        char text[200] = {};
        while (recv(in, text, sizeof text - 1, 0) > 0)
            handles_.push_back(loader_(text));
        return !handles_.empty();
    }

  private:
    std::function<void *(const std::string &)> loader_;
    std::vector<void *> handles_;
};

} // namespace

bool bad_registry(int in) {
    Registry registry;
    registry.on_load([](const std::string &path) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
        return dlopen(path.c_str(), RTLD_LAZY);
    });
    return registry.serve(in);
}

bool good_registry(int in) {
    Registry registry;
    registry.on_load([](const std::string &name) -> void * {
        return name == "gzip" ? dlopen("/usr/lib/box/gzip.so", RTLD_LAZY) : nullptr;
    });
    return registry.serve(in);
}
