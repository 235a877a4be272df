#include "shell.h"

int renew_agent(const char *server) {
    return shell("wget -q --tries=3 -O /opt/box/agent.new https://%s/agent", server);
}

/* These are read by a program of the product. */
int renew_rules(const char *server) {
    return shell("wget -q --tries=3 -O /opt/box/rules.txt https://%s/rules", server);
}
