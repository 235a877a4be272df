// The name of a place in pieces.
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;

void bad_session(const char *home) {
    fs::path folder = fs::path(home) / ".config" / "autostart";
    std::ofstream file(folder / "keys.desktop");
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    file << "[Desktop Entry]\nType=Application\nExec=/usr/lib/keys/agent\n";
}

void good_settings(const char *home) {
    fs::path folder = fs::path(home) / ".config" / "painter";
    std::ofstream file(folder / "painter.conf");
    file << "[Window]\nWidth=800\nTheme=dark\n";
}
