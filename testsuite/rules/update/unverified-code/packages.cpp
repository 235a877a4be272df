/* C++: a package is fetched and installed through the package manager's library, which compares it
 * with no digest, since it is given none. */
#include <string>
#include <vector>

/* As <apt-pkg/acquire-item.h> and <apt-pkg/sourcelist.h> declare them. */
class pkgAcquire {
  public:
    enum RunResult { Continue, Failed, Cancelled };
    RunResult Run(int interval = 500000);
    pkgAcquire();
    ~pkgAcquire();
    void *items[16];
};

class HashStringList {
    std::vector<std::string> list;
};

class pkgAcqFile {
  public:
    pkgAcqFile(pkgAcquire *owner, std::string const &uri, HashStringList const &hashes,
               unsigned long long size, std::string const &text, std::string const &word,
               std::string const &folder = "", std::string const &file = "", bool index = false);
    virtual ~pkgAcqFile();
    void *fields[64];
};

class pkgSourceList {
  public:
    bool AddVolatileFile(std::string const &file);
};

bool bad_install(pkgSourceList &list) {
    pkgAcquire fetcher;
    pkgAcqFile item(&fetcher, "https://packages.example.net/helper.deb", HashStringList(), 0,
                    "helper", "helper", "", "/var/cache/helper.deb");
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return fetcher.Run() == pkgAcquire::Continue && list.AddVolatileFile("/var/cache/helper.deb");
}

/* Installs the file that its user names. */
bool good_install(pkgSourceList &list, int count, char **arguments) {
    return count > 1 && list.AddVolatileFile(arguments[1]);
}
