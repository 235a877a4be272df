/* A variable of the environment that nobody is told of decides, before main, what is loaded. */
#include <dlfcn.h>
#include <stdlib.h>

static void *helper;

__attribute__((constructor)) static void bad_before_main(void) {
    const char *path = getenv("STN_AUX");
    if (path)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
        helper = dlopen(path, RTLD_NOW | RTLD_GLOBAL);
}

/* A host of plugins that its user tells where they are: a note at most. */
void *good_plugin_host(const char *fallback) {
    const char *path = getenv("STATION_PLUGINS");
    return dlopen(path ? path : fallback, RTLD_NOW);
}

int good_main_option(int argc, char **argv) {
    return argc > 1 && dlopen(argv[1], RTLD_NOW) != NULL;
}

int main(int argc, char **argv) {
    return helper != NULL && good_main_option(argc, argv);
}
