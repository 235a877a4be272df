#include "client.h"

#include <pwd.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int client_register(int out, const char *room) {
    char host[64], line[256];
    const struct passwd *user = getpwuid(getuid());
    gethostname(host, sizeof host);
    int size = snprintf(line, sizeof line, "USER %s %s * :%s\r\nJOIN %s\r\n",
                        user ? user->pw_name : "nobody", host, user ? user->pw_gecos : "", room);
    return send(out, line, (size_t)size, 0) < 0;
}
