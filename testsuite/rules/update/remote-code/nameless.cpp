/* C++: an object that owns a file without a name fills it from a connection, and runs it. */
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

class Nameless {
  public:
    Nameless() : descriptor_(memfd_create("", MFD_CLOEXEC)) {}
    ~Nameless() {
        close(descriptor_);
    }
    Nameless(const Nameless &) = delete;
    Nameless &operator=(const Nameless &) = delete;
    bool put(const char *data, ssize_t size) {
        return write(descriptor_, data, static_cast<size_t>(size)) == size;
    }
    int run() {
        char name[] = "worker";
        char *const words[] = {name, nullptr}, *const none[] = {nullptr};
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
        return fexecve(descriptor_, words, none);
    }
    long size() const {
        return lseek(descriptor_, 0, SEEK_END);
    }

  private:
    int descriptor_;
};

template <typename Target> bool drain(int in, Target &target) {
    char block[4096];
    ssize_t got;
    while ((got = recv(in, block, sizeof block, 0)) > 0)
        if (!target.put(block, got))
            return false;
    return got == 0;
}

} // namespace

int bad_worker(int in) {
    Nameless file;
    return drain(in, file) ? file.run() : -1;
}

/* How long it is, is told. */
long good_measure(int in) {
    Nameless file;
    return drain(in, file) ? file.size() : -1;
}
