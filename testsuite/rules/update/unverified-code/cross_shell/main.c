#include <unistd.h>

#include "shell.h"

int start_agent(void) {
    // report@+1: update/unverified-code
    return execl("/opt/box/agent.new", "agent", "--replace", (char *)0);
}

int main(int argc, char **argv) {
    const char *server = argc > 1 ? argv[1] : "box.vendor.example";
    if (renew_rules(server) == 0)
        shell("/usr/libexec/box/filter /opt/box/rules.txt");
    return renew_agent(server) == 0 ? start_agent() : 1;
}
