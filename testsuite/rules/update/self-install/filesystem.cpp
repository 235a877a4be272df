// Copies of the program that std::filesystem makes.
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>

namespace fs = std::filesystem;

void bad_stay() {
    std::error_code failed;
    fs::path to = fs::path("/usr/local/lib") / ".meter";
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    fs::copy_file("/proc/self/exe", to, fs::copy_options::overwrite_existing, failed);
}

void bad_stay_by_link() {
    fs::path own = fs::read_symlink("/proc/self/exe");
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    fs::copy(own, "/usr/local/bin/gauge", fs::copy_options::update_existing);
}

/* Where it was started from is shown, and a file of its data copied. */
void good_begin(const std::string &folder) {
    std::cout << fs::read_symlink("/proc/self/exe").string() << '\n';
    fs::copy_file("/usr/share/meter/defaults.conf", fs::path(folder) / "meter.conf");
}
