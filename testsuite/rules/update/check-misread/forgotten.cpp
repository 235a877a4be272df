/* C++: the method that checks is called, and nobody waits for what it says. */
#include <cstdio>
#include <dlfcn.h>
#include <sodium.h>
#include <string>
#include <sys/socket.h>
#include <vector>

namespace {

class Plugin {
  public:
    explicit Plugin(const std::string &path) : path_(path) {}
    bool receive(int in) {
        code_.resize(65536);
        return recv(in, signature_, sizeof signature_, MSG_WAITALL) > 0 &&
               recv(in, code_.data(), code_.size(), MSG_WAITALL) > 0;
    }
    bool is_signed(const unsigned char *key) const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
        return crypto_sign_verify_detached(signature_, code_.data(), code_.size(), key) == 0;
    }
    bool save() const {
        std::FILE *file = std::fopen(path_.c_str(), "wb");
        if (!file)
            return false;
        std::fwrite(code_.data(), 1, code_.size(), file);
        return std::fclose(file) == 0;
    }

  private:
    std::string path_;
    unsigned char signature_[64] = {};
    std::vector<unsigned char> code_;
};

} // namespace

void *bad_load(int in, const unsigned char *key) {
    Plugin plugin("/opt/box/filter.so");
    if (!plugin.receive(in))
        return nullptr;
    plugin.is_signed(key);
    if (!plugin.save())
        return nullptr;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-misread]}}
    return dlopen("/opt/box/filter.so", RTLD_NOW);
}

void *good_load(int in, const unsigned char *key) {
    Plugin plugin("/opt/box/codec.so");
    if (!plugin.receive(in) || !plugin.is_signed(key) || !plugin.save())
        return nullptr;
    return dlopen("/opt/box/codec.so", RTLD_NOW);
}
