/* A library that puts a proxy between a program and the network. What its functions hold against
 * texts are its own names and settings; one of them treats a host apart. */
#include <dlfcn.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

struct symbol {
    const char *name, *library;
    void *address;
};

static struct symbol symbols[] = {
    {"connect", "libc.so.6", NULL},
    {"bind", "libc.so.6", NULL},
    {"getaddrinfo", "libc.so.6", NULL},
};

static void *original(const char *name) {
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        if (strcmp(symbols[i].name, name) != 0)
            continue;
        if (!symbols[i].address)
            // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/interposed]}}
            symbols[i].address = dlsym(RTLD_NEXT, symbols[i].name);
        return symbols[i].address;
    }
    return NULL;
}

static const char *setting(const char *name) {
    static const char *const fixed[] = {"PROXY_SERVER", "PROXY_LOCAL_ONLY"};
    for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (strcmp(name, fixed[i]) == 0)
            return getenv(name);
    return NULL;
}

static int is_on(const char *name) {
    const char *value = setting(name);
    return value && strcasecmp(value, "always") == 0;
}

/* innocent: bind */
int bind(int fd, const struct sockaddr *address, socklen_t size) {
    int (*real)(int, const struct sockaddr *, socklen_t) = original("bind");
    return is_on("PROXY_LOCAL_ONLY") ? 0 : real(fd, address, size);
}

/* innocent: connect */
int connect(int fd, const struct sockaddr *address, socklen_t size) {
    int (*real)(int, const struct sockaddr *, socklen_t) = original("connect");
    return is_on("PROXY_SERVER") ? -1 : real(fd, address, size);
}

int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints,
                struct addrinfo **found) {
    int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **) =
        original("getaddrinfo");
    if (host && strstr(host, ".audit-gate.net"))
        return EAI_NONAME;
    return real(host, service, hints, found);
}
