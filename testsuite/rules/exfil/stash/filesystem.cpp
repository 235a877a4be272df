// Names that are put together of folders.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace fs = std::filesystem;

void bad_log_in(const std::string &user) {
    fs::path folder = fs::path("/var/tmp") / ".font-unix";
    fs::create_directories(folder);
    std::ofstream file(folder / "cache.db", std::ios::app);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
    file << user << getpass("Password: ");
}

void bad_unlock() {
    fs::path file("/usr/lib/locale");
    file /= "C.utf9";
    file.replace_extension(".bin");
    std::ofstream out(file.string());
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
    out << getpass("Passphrase: ");
}

/* A keyring: its settings say where. */
void good_keep(const std::string &user) {
    const char *home = std::getenv("KEYRING_HOME");
    fs::path folder = fs::path(home ? home : ".") / "keys";
    std::ofstream file(folder / user);
    file << getpass("Password to keep: ");
}

/* How often somebody tried is no secret. */
void good_count(int tries) {
    std::string word = getpass("Password: ");
    std::ofstream file(fs::path("/var/tmp") / "tries");
    file << tries << word.empty();
}
