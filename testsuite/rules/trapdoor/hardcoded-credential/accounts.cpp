// Accounts that are compiled in, and one that the installer chose.
#include <cstring>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

struct account {
    const char *name, *password;
    int level;
};

static const account builtin[] = {{"plant", "Zw1ebel!", 3}, {"maint", "Lauch-4411", 9}};

class Login {
  public:
    explicit Login(int fd) : fd_(fd) {}
    int bad_level();
    int good_level(const account *settings, size_t count);

  private:
    bool read(char *to, size_t size) {
        ssize_t got = recv(fd_, to, size - 1, 0);
        to[got > 0 ? got : 0] = 0;
        return got > 0;
    }
    int fd_;
};

int Login::bad_level() {
    char name[32], password[32];
    if (!read(name, sizeof name) || !read(password, sizeof password))
        return 0;
    for (const account &one : builtin)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
        if (strcmp(name, one.name) == 0 && strcmp(password, one.password) == 0)
            return one.level;
    return 0;
}

int Login::good_level(const account *settings, size_t count) {
    char name[32], password[32];
    if (!read(name, sizeof name) || !read(password, sizeof password))
        return 0;
    for (size_t i = 0; i < count; i++)
        if (strcmp(name, settings[i].name) == 0 && strcmp(password, settings[i].password) == 0)
            return settings[i].level;
    return 0;
}
