/* C++: releases are ordered by an operator; who installs from a folder does not use it. */
#include <cstdlib>
#include <string>

namespace {

class Version {
  public:
    explicit Version(const std::string &text)
        : major_(std::atoi(text.c_str())), minor_(std::atoi(text.c_str() + 2)) {}
    bool operator<(const Version &other) const {
        return major_ != other.major_ ? major_ < other.major_ : minor_ < other.minor_;
    }

  private:
    int major_, minor_;
};

int install(const std::string &path) {
    std::string command = "rpm -U " + path;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/downgrade]}}
    return std::system(command.c_str());
}

} // namespace

int good_release(const std::string &path, const std::string &theirs, const std::string &ours) {
    return Version(ours) < Version(theirs) ? install(path) : -1;
}

int bad_folder(const std::string &path) {
    return path.empty() ? -1 : install(path);
}
