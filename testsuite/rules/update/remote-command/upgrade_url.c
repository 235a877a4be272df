/* A request for an upgrade carries the place to get it from, and that becomes part of a command. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct request {
    char action[32];
    char place[128];
    unsigned port;
};

static int field(const char *text, const char *name, char *value, size_t room) {
    const char *at = strstr(text, name);
    if (!at)
        return -1;
    at += strlen(name);
    size_t size = strcspn(at, "<\r\n");
    if (size >= room)
        return -1;
    memcpy(value, at, size);
    value[size] = 0;
    return 0;
}

static int parse(int in, struct request *request) {
    char text[2048];
    ssize_t got = recv(in, text, sizeof text - 1, 0);
    if (got <= 0)
        return -1;
    text[got] = 0;
    request->port = 0;
    if (!field(text, "<Port>", request->place, sizeof request->place))
        request->port = (unsigned)atoi(request->place);
    return field(text, "<Action>", request->action, sizeof request->action) ||
           field(text, "<Place>", request->place, sizeof request->place);
}

int bad_upgrade(int in) {
    struct request request;
    char line[256];
    if (parse(in, &request) || strcmp(request.action, "Upgrade") != 0)
        return -1;
    snprintf(line, sizeof line, "upg -g -U %s -l /tmp/image 2>/dev/null", request.place);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(line);
}

/* The place only goes to a program as a word of its own, and the port as a number. */
int good_upgrade(int in) {
    struct request request;
    char port[16];
    if (parse(in, &request) || strcmp(request.action, "Upgrade") != 0)
        return -1;
    snprintf(port, sizeof port, "%u", request.port);
    return execl("/usr/bin/fetch-list", "fetch-list", "--port", port, request.place, (char *)NULL);
}

/* The action names an entry of a table. */
int good_action(int in) {
    static const char *const table[][2] = {{"Restart", "/etc/init.d/net restart"},
                                           {"Flush", "/sbin/ip route flush cache"}};
    struct request request;
    if (parse(in, &request))
        return -1;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(request.action, table[i][0]) == 0)
            return system(table[i][1]);
    return -1;
}
