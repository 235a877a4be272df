// C++: a plugin that was fetched for this, and plugins of a folder that a setting names.
#include <cstdio>
#include <curl/curl.h>
#include <dlfcn.h>
#include <fstream>
#include <string>

namespace {

struct Target {
    std::FILE *file;
    size_t total;
};

size_t onData(char *data, size_t one, size_t count, void *user) {
    Target *target = static_cast<Target *>(user);
    target->total += one * count;
    return std::fwrite(data, one, count, target->file) * one;
}

bool fetch(const char *url, const char *path) {
    Target target = {std::fopen(path, "wb"), 0};
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, onData);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &target);
    bool done = curl_easy_perform(curl) == CURLE_OK;
    curl_easy_cleanup(curl);
    return std::fclose(target.file) == 0 && done;
}

} // namespace

void *bad_plugin() {
    if (!fetch("https://plugins.vendor.example/codec", "/var/lib/box/codec.so"))
        return nullptr;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return dlopen("/var/lib/box/codec.so", RTLD_NOW);
}

void *good_plugin(const char *folder) {
    char path[256];
    if (!fetch("https://plugins.vendor.example/list", "/var/lib/box/list.txt"))
        return nullptr;
    std::snprintf(path, sizeof path, "%s/codec.so", folder);
    return dlopen(path, RTLD_NOW);
}
