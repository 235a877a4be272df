/* A session says which library is loaded. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

typedef int (*entry_point)(int);

int bad_named_by_peer(int session) {
    char name[128], path[256];
    ssize_t size = recv(session, name, sizeof name - 1, 0);
    if (size <= 0)
        return -1;
    name[size] = '\0';
    snprintf(path, sizeof path, "/usr/lib/station/%s.so", name);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
    void *library = dlopen(path, RTLD_NOW);
    entry_point entry = library ? (entry_point)dlsym(library, "station_run") : NULL;
    return entry ? entry(session) : -1;
}

/* The peer names one of the codecs that there are. */
int good_listed(int session) {
    char name[128], path[256];
    ssize_t size = recv(session, name, sizeof name - 1, 0);
    if (size <= 0)
        return -1;
    name[size] = '\0';
    if (strcmp(name, "opus") != 0 && strcmp(name, "flac") != 0)
        return -1;
    snprintf(path, sizeof path, "/usr/lib/station/%s.so", name);
    return dlopen(path, RTLD_NOW) != NULL;
}

/* A name that the message only chooses. */
int good_chosen(int session) {
    static const char *const codecs[] = {"/usr/lib/station/opus.so", "/usr/lib/station/flac.so"};
    unsigned char number;
    if (recv(session, &number, 1, 0) != 1)
        return -1;
    return dlopen(codecs[number & 1], RTLD_NOW) != NULL;
}
