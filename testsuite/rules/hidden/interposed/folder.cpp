// A folder that looks empty to whoever lists it.
#include <cstring>
#include <dirent.h>
#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

template <typename Function> Function next(const char *name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool is_ours(const char *text) {
    return std::strstr(text, "/.plnt/") != nullptr;
}

} // namespace

extern "C" DIR *opendir(const char *path) {
    using function = DIR *(*)(const char *);
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/interposed]}}
    function real = reinterpret_cast<function>(dlsym(RTLD_NEXT, "opendir"));
    return is_ours(path) ? real("/var/empty") : real(path);
}

// A library that knows its own functions by name.
extern "C" int plant_open(void *library) {
    using function = int (*)(int);
    function start = reinterpret_cast<function>(dlsym(library, "plant_start"));
    return start ? start(1) : -1;
}

static unsigned good_time(unsigned seconds) {
    return seconds > 1 ? 1 : seconds;
}

// A sleep that tests make short.
extern "C" unsigned sleep(unsigned seconds) {
    return next<unsigned (*)(unsigned)>("sleep")(good_time(seconds));
}
