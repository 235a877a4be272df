// Commands and variables that leave a shell without memory.
#include <cstdlib>
#include <string>
#include <unistd.h>

class Session {
  public:
    void bad_begin();
    int bad_end();
    int good_end();
    void good_begin(const char *home);
};

void Session::bad_begin() {
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
    setenv("HISTFILE", "/dev/null", 1);
    execl("/bin/sh", "sh", static_cast<char *>(nullptr));
}

int Session::bad_end() {
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
    return system("rm -f /var/log/btmp; cat /dev/null > /var/log/lastlog");
}

int Session::good_end() {
    return system("rm -rf /tmp/session; logger -t plant 'session is over'");
}

void Session::good_begin(const char *home) {
    setenv("HOME", home, 1);
    setenv("HISTSIZE", "2000", 1);
    execl("/bin/sh", "sh", static_cast<char *>(nullptr));
}
