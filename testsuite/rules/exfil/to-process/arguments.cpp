/* C++: a password becomes part of a command that everybody sees in the list of processes. */
#include <cstdio>
#include <memory>
#include <string>
#include <unistd.h>

namespace {

struct Closer {
    void operator()(std::FILE *stream) const {
        pclose(stream);
    }
};
using Pipe = std::unique_ptr<std::FILE, Closer>;

Pipe run(const std::string &command) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    return Pipe(popen(command.c_str(), "r"));
}

} // namespace

bool bad_mount() {
    std::string password = getpass("Password: ");
    Pipe tool = run("mount.share -o password=" + password);
    return tool != nullptr;
}

/* The tool reads the password from a pipe. */
bool good_mount() {
    std::string password = getpass("Password: ");
    Pipe tool(popen("mount.share -o password=-", "w"));
    return tool && std::fputs(password.c_str(), tool.get()) >= 0;
}
