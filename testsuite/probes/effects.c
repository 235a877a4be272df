// What a function can do, with all that it calls.
#include "probe.h"
#include <stdlib.h>
#include <sys/socket.h>

static void leaf(int s) {
    send(s, "x", 1, 0);
}

static void middle(int s) {
    leaf(s);
}

void reaches(int s) {
    middle(s);
    // expected-remark@+1 {{effects: net.send.}}
    vt_probe_effects();
}

void reaches_nothing(void) {
    // expected-remark@+1 {{effects: nothing.}}
    vt_probe_effects();
}
