// Conditions that come out in one way only: what they keep out never happens.
#include "probe.h"
#include <stdlib.h>

static int off;
static int five = 5;
static int changed;
static volatile int watched;
static const char *const texts[] = {"a"};

static int never(void) {
    return 0;
}

static int drawn(void) {
    return rand();
}

static long of_nobody(void) {
    // Not answered: nobody gets here.
    vt_probe_value(off);
    return vt_probe_number();
}

void kept_out_by_a_variable(void) {
    long x = 4, y = 4;
    if (off)
        x = vt_probe_number();
    if (five != 5)
        y = of_nobody();
    // expected-remark@+1 {{value: 4.}}
    vt_probe_value(x);
    // expected-remark@+1 {{value: 4.}}
    vt_probe_value(y);
}

void kept_out_by_a_function(void) {
    long x = never() ? vt_probe_number() : 4;
    // expected-remark@+1 {{value: 4.}}
    vt_probe_value(x);
}

void kept_out_of_a_buffer(void) {
    char buffer[1];
    switch (five) {
    case 6:
        buffer[0] = vt_probe_text()[0];
        break;
    case 5:
        buffer[0] = texts[0][0];
        break;
    default:
        buffer[0] = vt_probe_text()[1];
    }
    // expected-remark@+1 {{memory: "a".}}
    vt_probe_memory(buffer);
}

void on_the_other_side(void) {
    long x = 4;
    if (!off && five == 5)
        x = vt_probe_number();
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(x);
    // expected-remark@+1 {{guard: nothing.}}
    vt_probe_guard();
}

void change(int to) {
    changed = to;
}

void not_settled(void) {
    long x = 4, y = 4, z = 4;
    if (changed)
        x = vt_probe_number();
    if (watched)
        y = vt_probe_number();
    if (drawn())
        z = vt_probe_number();
    // expected-remark@+1 {{value: 4, vt_probe_number}}
    vt_probe_value(x);
    // expected-remark@+1 {{value: 4, vt_probe_number}}
    vt_probe_value(y);
    // expected-remark@+1 {{value: 4, rand}}
    vt_probe_value(z);
}
