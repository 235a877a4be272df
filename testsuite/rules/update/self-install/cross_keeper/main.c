#include "keeper.h"

int main(void) {
    if (put("/run/box.state", "started at boot\n"))
        return 1;
    return put("/etc/systemd/system/timed.service", unit_text());
}
