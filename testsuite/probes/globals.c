// Globals, state that a function keeps, memory on the heap that outlives its function.
#include "probe.h"
#include <stdlib.h>
#include <string.h>

static long kept;
static long other;

void arm(void) {
    kept = vt_probe_number();
    other = 5;
}

void use(void) {
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(kept);
    // expected-remark@+1 {{value: 5.}}
    vt_probe_value(other);
}

static long remembers(long x) {
    static long last;
    long before = last;
    last = x;
    return before;
}

void state_between_calls(void) {
    remembers(vt_probe_number());
    // expected-remark@+1 {{value: 0, vt_probe_number.}}
    vt_probe_value(remembers(0));
}

struct session {
    char *user;
    char *password;
};

static struct session *session;

void begin(void) {
    session = malloc(sizeof *session);
    session->user = strdup("guest");
    session->password = strdup(vt_probe_text());
}

void on_the_heap(void) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(session->password);
    // expected-remark@+1 {{memory: "guest".}}
    vt_probe_memory(session->user);
}

static const char *const names[] = {"one", "two"};

void tables(int i) {
    // expected-remark@+1 {{memory: "two".}}
    vt_probe_memory(names[1]);
    // expected-remark@+1 {{memory: "one", "two".}}
    vt_probe_memory(names[i]);
}
