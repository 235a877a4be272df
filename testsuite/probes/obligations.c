// Checks whose result is relied on, on every way.
#include "probe.h"
#include <stdlib.h>

void relied_on(const void *data) {
    if (vt_probe_check(data))
        // expected-remark@+1 {{checked: yes.}}
        vt_probe_checked();
    else
        // expected-remark@+1 {{checked: no.}}
        vt_probe_checked();
    // expected-remark@+1 {{checked: no.}}
    vt_probe_checked();
}

void result_dropped(const void *data) {
    vt_probe_check(data);
    // expected-remark@+1 {{checked: no.}}
    vt_probe_checked();
}

void returns_early(const void *data) {
    if (!vt_probe_check(data))
        return;
    // expected-remark@+1 {{checked: yes.}}
    vt_probe_checked();
}

void skipped_on_one_way(const void *data, int quick) {
    if (!quick && !vt_probe_check(data))
        return;
    // expected-remark@+1 {{checked: no.}}
    vt_probe_checked();
}

static int verify(const void *data) {
    if (!data)
        return -1;
    return vt_probe_check(data) ? 0 : -1;
}

void by_a_wrapper(const void *data) {
    if (verify(data) == 0)
        // expected-remark@+1 {{checked: yes.}}
        vt_probe_checked();
    if (verify(data) <= 0)
        // expected-remark@+1 {{checked: no.}}
        vt_probe_checked();
}

static int has_a_way_round(const void *data, int magic) {
    if (magic == 0x1234)
        return 0;
    return vt_probe_check(data) ? 0 : -1;
}

void bypassed(const void *data, int magic) {
    if (has_a_way_round(data, magic) == 0)
        // expected-remark@+1 {{checked: no.}}
        vt_probe_checked();
}

void by_a_flag(const void *data) {
    int ok = 0;
    if (vt_probe_check(data))
        ok = 1;
    if (ok)
        // expected-remark@+1 {{checked: yes.}}
        vt_probe_checked();
}

void flag_that_is_set_anyway(const void *data, int skip) {
    int ok = 0;
    if (vt_probe_check(data))
        ok = 1;
    if (skip)
        ok = 1;
    if (ok)
        // expected-remark@+1 {{checked: no.}}
        vt_probe_checked();
}

void by_switch(const void *data) {
    switch (vt_probe_check(data)) {
    case 0:
        return;
    default:
        // expected-remark@+1 {{checked: yes.}}
        vt_probe_checked();
    }
}

/* Of no elements at all, none was checked. */
void several(const void *const *data, int n) {
    for (int i = 0; i < n; i++)
        if (!vt_probe_check(data[i]))
            return;
    // expected-remark@+1 {{checked: no.}}
    vt_probe_checked();
}

static void die(void) {
    exit(1);
}

void or_die(const void *data) {
    if (!vt_probe_check(data))
        die();
    // expected-remark@+1 {{checked: yes.}}
    vt_probe_checked();
}

static void install(void) {
    // expected-remark@+1 {{checked: yes.}}
    vt_probe_checked();
}

void checked_by_all_callers(const void *data) {
    if (vt_probe_check(data))
        install();
}

static void install_anyway(void) {
    // expected-remark@+1 {{checked: no.}}
    vt_probe_checked();
}

void checked_by_one_caller(const void *data) {
    if (vt_probe_check(data))
        install_anyway();
}

void unchecked_by_another(void) {
    install_anyway();
}

void three_results(const void *data) {
    int result = vt_probe_check(data);
    if (result >= 0)
        // expected-remark@+1 {{checked: no.}}
        vt_probe_checked();
    if (result == 1)
        // expected-remark@+1 {{checked: yes.}}
        vt_probe_checked();
}

void wrong_way_round(const void *data) {
    if (!vt_probe_check(data))
        // expected-remark@+1 {{checked: no.}}
        vt_probe_checked();
}

void by_goto(const void *data) {
    if (!vt_probe_check(data))
        goto out;
    // expected-remark@+1 {{checked: yes.}}
    vt_probe_checked();
out:
    // expected-remark@+1 {{checked: no.}}
    vt_probe_checked();
}

void tried_again(const void *data) {
    int tries = 3, good = 0;
    while (tries-- && !good)
        good = vt_probe_check(data);
    if (!good)
        return;
    // expected-remark@+1 {{checked: yes.}}
    vt_probe_checked();
}

static int verified;

void remember(const void *data) {
    if (vt_probe_check(data))
        verified = 1;
}

void by_a_global_flag(void) {
    if (verified)
        // expected-remark@+1 {{checked: yes.}}
        vt_probe_checked();
}

static int verified_or_not;

void remember_anyway(const void *data, int skip) {
    if (vt_probe_check(data) || skip)
        verified_or_not = 1;
}

void by_a_global_flag_that_is_set_anyway(void) {
    if (verified_or_not)
        // expected-remark@+1 {{checked: no.}}
        vt_probe_checked();
}

static int set_by_a_caller;

static void set_it(void) {
    set_by_a_caller = 1;
}

void remember_by_a_function(const void *data) {
    if (vt_probe_check(data))
        set_it();
}

void by_a_flag_set_behind_a_check(void) {
    if (set_by_a_caller)
        // expected-remark@+1 {{checked: yes.}}
        vt_probe_checked();
}

static int trusted = 1;

void trust(const void *data) {
    trusted = vt_probe_check(data) != 0;
}

void by_a_flag_that_begins_set(void) {
    if (trusted)
        // MISS: no
        // expected-remark@+1 {{checked: yes.}}
        vt_probe_checked();
}
