/* The same, when it is asked for. */
// report: nothing
#include "keeper.h"

#include <string.h>

int main(int argc, char **argv) {
    if (argc > 1 && strcmp(argv[1], "--install-service") == 0)
        return put("/etc/systemd/system/timed.service", unit_text());
    return put("/run/box.state", "started at boot\n");
}
