/* Libraries from where everybody, or who starts the program, may put one. */
#include <dlfcn.h>
#include <stdio.h>

void *bad_here(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
    return dlopen("./codec.so", RTLD_NOW);
}

struct plugin {
    const char *path;
    void *library;
};

static void load(struct plugin *plugin) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
    plugin->library = dlopen(plugin->path, RTLD_LAZY);
}

void bad_everybody(struct plugin *plugin) {
    plugin->path = "/tmp/station/extra.so";
    load(plugin);
}

void *good_whole(void) {
    return dlopen("/usr/lib/station/codec.so", RTLD_NOW);
}

void *good_searched(void) {
    return dlopen("libcodec.so.2", RTLD_NOW);
}

void *good_given(const char *folder) {
    char path[512];
    snprintf(path, sizeof path, "%s/codec.so", folder);
    return dlopen(path, RTLD_NOW);
}
