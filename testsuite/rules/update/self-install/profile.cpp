// C++: an object that sees to it that it comes back, and one that keeps a note.
#include <cstdio>
#include <cstring>

namespace {

class Note {
  public:
    explicit Note(const char *path) : file_(std::fopen(path, "a")) {}
    ~Note() {
        if (file_)
            std::fclose(file_);
    }
    std::FILE *file() const {
        return file_;
    }

  private:
    std::FILE *file_;
};

} // namespace

int bad_profile() {
    std::FILE *file = std::fopen("/etc/profile.d/locale-box.sh", "a");
    if (!file)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    std::fprintf(file, "(/usr/libexec/box/agent %d &) 2>/dev/null\n", 4);
    return std::fclose(file);
}

int good_note() {
    Note note("/var/log/box.log");
    return note.file() ? std::fprintf(note.file(), "agent %d is up and running\n", 4) : -1;
}
