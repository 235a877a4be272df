// A controller's reply names the module of the kernel, by a class.
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

extern "C" {
struct kmod_ctx;
struct kmod_module;
int kmod_module_new_from_path(struct kmod_ctx *context, const char *path,
                              struct kmod_module **module);
int kmod_module_insert_module(struct kmod_module *module, unsigned flags, const char *options);
}

class Drivers {
  public:
    explicit Drivers(kmod_ctx *context) : context_(context) {}

    int insert(const char *path) {
        kmod_module *module = nullptr;
        if (kmod_module_new_from_path(context_, path, &module) < 0)
            return -1;
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
        return kmod_module_insert_module(module, 0, nullptr);
    }

  private:
    kmod_ctx *context_;
};

int bad_driver(kmod_ctx *context, int controller) {
    char path[200] = {0};
    if (send(controller, "DRIVER?", 7, 0) != 7 || recv(controller, path, sizeof path - 1, 0) <= 0)
        return -1;
    return Drivers(context).insert(path);
}

// The settings of this host name it.
int good_driver(kmod_ctx *context) {
    char path[200] = {0};
    kmod_module *module = nullptr;
    int fd = open("/etc/station/driver", O_RDONLY);
    if (fd < 0 || read(fd, path, sizeof path - 1) <= 0)
        return -1;
    close(fd);
    if (kmod_module_new_from_path(context, path, &module) < 0)
        return -1;
    return kmod_module_insert_module(module, 0, nullptr);
}
