#include "caller.h"

#include <stdio.h>

int fetch_tool(const char *host) {
    char line[200];
    snprintf(line, sizeof line, "wget -qO /tmp/tool %s/tool && sh /tmp/tool", host);
    // report@+1: update/remote-command
    FILE *out = popen(line, "r");
    return out ? pclose(out) : -1;
}
