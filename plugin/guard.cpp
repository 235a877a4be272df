/* A plugin of another LLVM major loads, registers itself where that Clang does not look, and the
 * compile goes on as if nothing had been asked for. So the first thing that runs in this library
 * compares the majors, and ends the compiler if they differ. */
#include <clang/Basic/Version.h>
#include <cstdlib>
#include <cstring>
#include <string>
#include <unistd.h>

namespace {

int host_major(const std::string &version) {
    static const char before[] = "clang version ";
    size_t at = version.find(before);
    return at == std::string::npos ? 0 : atoi(version.c_str() + at + strlen(before));
}

/* Before every other initialiser of this library: those already use what differs. write() because
 * nothing else of the process can be relied on. */
__attribute__((constructor(101))) void check_major() {
    std::string version = clang::getClangFullVersion();
    int major = host_major(version);
    if (major == CLANG_VERSION_MAJOR)
        return;
    std::string text = "error: vitrine: this plugin was built for Clang " CLANG_VERSION_STRING
                       " and cannot run in " +
                       version + "; use the vitrine-" + (major ? std::to_string(major) : "N") +
                       ".so of its major version\n";
    ssize_t written = write(STDERR_FILENO, text.data(), text.size());
    _Exit(written < 0 ? 2 : 1);
}

} // namespace
