// Loops that replace an array: what was there is gone behind them, and only there.
#include "probe.h"

#include <string.h>

void filled_by_a_loop(void) {
    long a[4];
    a[2] = vt_probe_number();
    for (int i = 0; i < 4; i++)
        a[i] = 7;
    // expected-remark@+1 {{value: 7.}}
    vt_probe_value(a[2]);
}

void behind_the_loop_at_once(void) {
    char text[16];
    memcpy(text, vt_probe_text(), sizeof text);
    for (unsigned long i = 0; i < sizeof text; i++)
        text[i] = 0;
    // expected-remark@+1 {{memory: 0.}}
    vt_probe_memory(text);
}

void only_as_far_as_it_goes(void) {
    long a[4];
    a[1] = vt_probe_number();
    a[3] = vt_probe_number();
    for (int i = 2; i <= 3; i++)
        a[i] = 7;
    // expected-remark@+1 {{value: 7, vt_probe_number.}}
    vt_probe_value(a[1]);
    // expected-remark@+1 {{value: 7.}}
    vt_probe_value(a[3]);
}

struct pair {
    long first[2], second[2];
};

void in_a_field(struct pair *pair) {
    pair->second[1] = vt_probe_number();
    for (int i = 0; i < 2; i++)
        pair->second[i] = 7;
    // expected-remark@+1 {{value: 7.}}
    vt_probe_value(pair->second[1]);
}

void a_loop_that_may_stop(const int *stop) {
    long a[4];
    a[2] = vt_probe_number();
    for (int i = 0; i < 4; i++) {
        if (stop[i])
            break;
        a[i] = 7;
    }
    // expected-remark@+1 {{value: 7, vt_probe_number.}}
    vt_probe_value(a[2]);
}

void a_store_that_may_be_skipped(const int *skip) {
    long a[4];
    a[2] = vt_probe_number();
    for (int i = 0; i < 4; i++)
        if (!skip[i])
            a[i] = 7;
    // expected-remark@+1 {{value: 7, vt_probe_number.}}
    vt_probe_value(a[2]);
}

void every_other_element(void) {
    long a[4];
    a[2] = vt_probe_number();
    for (int i = 0; i < 2; i++)
        a[2 * i] = 7;
    // expected-remark@+1 {{value: 7, vt_probe_number.}}
    vt_probe_value(a[2]);
}

void as_far_as_somebody_says(int n) {
    long a[4];
    a[2] = vt_probe_number();
    for (int i = 0; i < n; i++)
        a[i] = 7;
    // expected-remark@+1 {{value: 7, vt_probe_number.}}
    vt_probe_value(a[2]);
}

void still_there_inside_of_it(void) {
    long a[4];
    a[3] = vt_probe_number();
    for (int i = 0; i < 4; i++) {
        // expected-remark@+1 {{value: 7, vt_probe_number.}}
        vt_probe_value(a[3]);
        a[i] = 7;
    }
}

static long measured(void) {
    return vt_probe_number();
}

void with_what_a_function_returns(void) {
    long a[4];
    for (int i = 0; i < 4; i++)
        a[i] = measured();
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(a[2]);
}

void by_memset(void) {
    char text[16];
    memcpy(text, vt_probe_text(), sizeof text);
    memset(text, 'x', sizeof text);
    // expected-remark@+1 {{memory: 120.}}
    vt_probe_memory(text);
}

static void set_all(char *at, unsigned long size, int byte) {
    memset(at, byte, size);
}

void by_memset_of_a_length_that_is_not_known(unsigned long size) {
    char text[16];
    set_all(text, size, (int)vt_probe_number());
    // expected-remark@+1 {{memory: vt_probe_number [truncate].}}
    vt_probe_memory(text);
}
