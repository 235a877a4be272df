// A file that a service leaves, and that looks as if it came with the system.
#include <array>
#include <string>
#include <sys/stat.h>
#include <sys/time.h>

class Age {
  public:
    explicit Age(const std::string &of) {
        struct stat st;
        if (stat(of.c_str(), &st) == 0)
            times = {timeval{st.st_atime, 0}, timeval{st.st_mtime, 0}};
    }
    bool give(const std::string &path) const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/backdated]}}
        return utimes(path.c_str(), times.data()) == 0;
    }

  private:
    std::array<timeval, 2> times{};
};

bool bad_service(const std::string &path) {
    Age age("/usr/sbin/cron");
    return age.give(path);
}

// What was unpacked is as old as its entry says.
struct Entry {
    std::string name;
    long written;
};

bool good_unpacked(const Entry &entry) {
    std::array<timeval, 2> times = {timeval{entry.written, 0}, timeval{entry.written, 0}};
    return utimes(entry.name.c_str(), times.data()) == 0;
}
