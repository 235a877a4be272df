// A file without a name is filled from a connection, and run or loaded by its number.
#define _GNU_SOURCE
#include <curl/curl.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static size_t put(char *data, size_t size, size_t count, void *to) {
    const int *file = to;
    return (size_t)write(*file, data, size * count);
}

static int fetch(const char *url) {
    int file = memfd_create("", MFD_CLOEXEC);
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, put);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &file);
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return file;
}

void bad_run(char **words) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fetch("https://dist.example.com/agent"));
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    execv(path, words);
}

void bad_loaded(void) {
    char path[64];
    int file = fetch("https://dist.example.com/part.so");
    snprintf(path, sizeof path, "/proc/%d/fd/%d", (int)getpid(), file);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    if (!dlopen(path, RTLD_NOW))
        puts(dlerror());
}

/* What arrives is shown; what is run came with the package. */
void good_other(char **words) {
    char path[64];
    int file = fetch("https://dist.example.com/news"), own = open("/usr/bin/less", O_RDONLY);
    dup2(file, STDIN_FILENO);
    snprintf(path, sizeof path, "/proc/self/fd/%d", own);
    execv(path, words);
}
