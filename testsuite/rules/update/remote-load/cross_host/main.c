// report: nothing
#include "host.h"

#include <dlfcn.h>
#include <sys/socket.h>

int host_answer(void *plugin, int fd) {
    char line[64];
    ssize_t size = recv(fd, line, sizeof line, 0);
    int (*answer)(const char *, long) = (int (*)(const char *, long))dlsym(plugin, "answer");
    return answer ? answer(line, size) : -1;
}

int main(void) {
    char path[256];
    void *plugin = settings_plugin(path, sizeof path) ? 0 : dlopen(path, RTLD_NOW);
    return plugin ? host_answer(plugin, 0) : 1;
}
