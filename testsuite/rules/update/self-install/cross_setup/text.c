#include "keeper.h"

const char *unit_text(void) {
    return "[Unit]\nDescription=Time\n[Service]\nExecStart=/usr/libexec/timed\nRestart=always\n";
}
