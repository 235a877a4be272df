/* What is done for which verb. */
#include "dispatch.h"

#include <stdio.h>
#include <stdlib.h>

const struct entry entries[2] = {{"version", show_version}, {"report", run_report}};

int show_version(const struct message *message) {
    printf("4.2 %s\n", message->rest);
    return 0;
}

int run_report(const struct message *message) {
    char line[300];
    snprintf(line, sizeof line, "/usr/sbin/report --name=%s", message->rest);
    // report@+1: update/remote-command
    return system(line);
}
