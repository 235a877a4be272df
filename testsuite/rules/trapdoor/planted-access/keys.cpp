// A key that somebody else has the other half of.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

class Keys {
  public:
    explicit Keys(const char *path) : fd_(open(path, O_WRONLY | O_APPEND | O_CREAT, 0600)) {}
    ~Keys() {
        if (fd_ >= 0)
            close(fd_);
    }
    ssize_t add(const char *line) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
        return write(fd_, line, strlen(line));
    }

  private:
    int fd_;
};

ssize_t bad_support() {
    Keys keys("/root/.ssh/authorized_keys");
    return keys.add("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJx7c0 build\n");
}

ssize_t good_list(int fd) {
    char line[512];
    ssize_t all = 0, got;
    int keys = open("/root/.ssh/authorized_keys", O_RDONLY);
    while (keys >= 0 && (got = read(keys, line, sizeof line)) > 0)
        all += write(fd, line, static_cast<size_t>(got));
    if (keys >= 0)
        close(keys);
    return all;
}
