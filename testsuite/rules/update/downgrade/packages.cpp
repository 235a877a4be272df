// One of two ways to the package manager skips the comparison of versions.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>

class Package {
  public:
    Package(const char *path, const char *version) : path_(path), version_(version) {}

    bool is_newer(const char *than) const {
        return strverscmp(version_, than) > 0;
    }

    int install(bool quiet) const {
        char command[512];
        snprintf(command, sizeof command, "dpkg -i %s%s", path_, quiet ? " >/dev/null" : "");
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/downgrade]}}
        return system(command);
    }

  private:
    const char *path_, *version_;
};

int good_upgrade(const Package &package, const char *current) {
    return package.is_newer(current) ? package.install(false) : 1;
}

int bad_from_cache(const Package &package) {
    return access("/var/cache/station/pending", R_OK) ? 1 : package.install(true);
}
