/* C++: the program brings a unit along, and puts it where the system starts it. */
#include <fstream>
#include <string>

namespace {

const char unit[] =
    "[Service]\nExecStart=/opt/agent/agent --quiet\n[Install]\nWantedBy=multi-user.target\n";

} // namespace

void bad_settle() {
    std::ofstream file("/etc/systemd/system/agent-helper.service");
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    file.write(unit, sizeof unit - 1);
}

/* Shows it, for the administrator to put there. */
void good_settle(const std::string &path) {
    std::ofstream file(path);
    file.write(unit, sizeof unit - 1);
}
