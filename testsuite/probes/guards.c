// Conditions: which value, compared how, with what.
#include "probe.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void compared_with_a_number(int code) {
    if (code == 42)
        // expected-remark@+1 {{guard: parameter 0 == 42.}}
        vt_probe_guard();
    // expected-remark@+1 {{guard: nothing.}}
    vt_probe_guard();
}

void compared_by_a_library_function(const char *name) {
    if (strcmp(name, "letmein") == 0)
        // expected-remark@+1 {{guard: strcmp("letmein", parameter 0) == 0.}}
        vt_probe_guard();
}

/* The constant first, as some write it, so that `=` for `==` is an error. */
void compared_from_the_left(int code, unsigned bits, const char *name) {
    if (42 == code)
        // expected-remark@+1 {{guard: parameter 0 == 42.}}
        vt_probe_guard();
    if (7 < code)
        // expected-remark@+1 {{guard: parameter 0 > 7.}}
        vt_probe_guard();
    if (0 != (0x80 & bits))
        // expected-remark@+1 {{guard: parameter 1 [arithmetic] != 0.}}
        vt_probe_guard();
    if (86400.0 < (double)code)
        // expected-remark@+1 {{guard: parameter 0 > 86400.}}
        vt_probe_guard();
    if (0 == strcmp(name, "letmein"))
        // expected-remark@+1 {{guard: strcmp("letmein", parameter 2) == 0.}}
        vt_probe_guard();
}

static int is_magic(const char *text) {
    return strncmp(text, "MAGIC", 5) == 0;
}

void compared_by_a_wrapper(const char *text) {
    if (is_magic(text))
        // expected-remark@+1 {{guard: strncmp("MAGIC", parameter 0) [compared] != 0.}}
        vt_probe_guard();
}

void byte_by_byte(const char *text) {
    if (text[0] == 'A' && text[1] == 'B')
        // expected-remark@+1 {{guard: parameter 0 == 65; parameter 0 == 66.}}
        vt_probe_guard();
}

void by_switch(int code) {
    switch (code) {
    case 1:
        // expected-remark@+1 {{guard: parameter 0 == 1.}}
        vt_probe_guard();
        break;
    case 2:
    case 3:
        // expected-remark@+1 {{guard: perhaps parameter 0 == 2; perhaps parameter 0 == 3.}}
        vt_probe_guard();
        break;
    default:
        // expected-remark@+1 {{guard: parameter 0 != 1; parameter 0 != 2; parameter 0 != 3.}}
        vt_probe_guard();
    }
}

void bit_test(unsigned flags) {
    if (flags & 0x80)
        // expected-remark@+1 {{guard: parameter 0 [arithmetic] != 0.}}
        vt_probe_guard();
}

static int armed;

void arm(const char *word) {
    if (strcmp(word, "open sesame") == 0)
        armed = 1;
}

void armed_elsewhere(void) {
    if (armed)
        // expected-remark@+1 {{guard: 1 != 0.}}
        vt_probe_guard();
}

static unsigned hash(const char *text) {
    unsigned h = 5381;
    while (*text)
        h = h * 33 ^ (unsigned char)*text++;
    return h;
}

void hashed_first(const char *text) {
    if (hash(text) == 0xdeadbeef)
        // expected-remark@+1 {{guard: 5381, parameter 0 [xor] == -559038737.}}
        vt_probe_guard();
}

void early_return(int code) {
    if (code < 10)
        return;
    // expected-remark@+1 {{guard: parameter 0 >= 10.}}
    vt_probe_guard();
}

void by_goto(int code) {
    if (code != 5)
        goto out;
    // expected-remark@+1 {{guard: parameter 0 == 5.}}
    vt_probe_guard();
out:
    // expected-remark@+1 {{guard: nothing.}}
    vt_probe_guard();
}

void either(int a, int b) {
    if (a == 1 || b == 2)
        // expected-remark@+1 {{guard: perhaps parameter 0 != 1; perhaps parameter 0 == 1; perhaps}}
        vt_probe_guard();
}

void behind_what_never_returns(int a) {
    if (a != 3)
        abort();
    // expected-remark@+1 {{guard: parameter 0 == 3.}}
    vt_probe_guard();
}

void loop_condition(int n) {
    for (int i = 0; i < n; i++)
        // expected-remark@+1 {{guard: 0 < parameter 0.}}
        vt_probe_guard();
}

static volatile int ready;

void behind_a_loop_that_waits(void) {
    while (!ready)
        sleep(30);
    // expected-remark@+1 {{guard: 0, 1 != 0.}}
    vt_probe_guard();
}

void behind_a_loop_that_works(int n) {
    for (int i = 0; i < n; i++)
        ready = 1;
    // expected-remark@+1 {{guard: nothing.}}
    vt_probe_guard();
}

void behind_a_loop_that_rests(int n) {
    for (int i = 0; i < n; i++) {
        ready = i;
        sleep(1);
    }
    // expected-remark@+1 {{guard: nothing.}}
    vt_probe_guard();
}

void only_way_out_of_a_loop(int n) {
    for (;;) {
        if (vt_probe_number() == 71) {
            // expected-remark@+1 {{guard: vt_probe_number == 71.}}
            vt_probe_guard();
            _exit(n);
        }
        // expected-remark@+1 {{guard: vt_probe_number != 71.}}
        vt_probe_guard();
    }
}

/* A loop that ends by a return is to the engine one that ends: to a loop that looks for the end of
 * a line there is no difference. */
int only_way_out_is_a_return(void) {
    for (;;) {
        if (vt_probe_number() == 71) {
            // MISS: vt_probe_number == 71
            // expected-remark@+1 {{guard: nothing.}}
            vt_probe_guard();
            return 1;
        }
        // expected-remark@+1 {{guard: vt_probe_number != 71.}}
        vt_probe_guard();
    }
}

int one_of_two_ways_out(void) {
    for (;;) {
        long number = vt_probe_number();
        if (number == 71) {
            // expected-remark@+1 {{perhaps vt_probe_number != 9; vt_probe_number == 71.}}
            vt_probe_guard();
            return 1;
        }
        if (number == 9)
            return 2;
    }
}

void behind_a_loop_at_the_end(const char *text) {
    while (*text == ' ')
        text++;
    // expected-remark@+1 {{guard: parameter 0 != 32.}}
    vt_probe_guard();
    _exit(1);
}

void divided(long seconds, unsigned bytes, int count) {
    if (seconds / 86400 > 20900)
        // expected-remark@+1 {{guard: parameter 0 > 1805846399.}}
        vt_probe_guard();
    if (bytes / 512 < 8)
        // expected-remark@+1 {{guard: parameter 1 < 4096.}}
        vt_probe_guard();
    if (count / 10 <= 0)
        // expected-remark@+1 {{guard: parameter 2 <= 9.}}
        vt_probe_guard();
}

void divided_and_equal(long seconds, int below) {
    if (seconds / 86400 == 20900)
        // expected-remark@+1 {{guard: parameter 0 [arithmetic] == 20900.}}
        vt_probe_guard();
    if (below / 10 > -3)
        // expected-remark@+1 {{guard: parameter 1 [arithmetic] > -3.}}
        vt_probe_guard();
}

/* Whatever goes round again depends on what lets it: nothing that it does stands behind all others.
 */
void round_again(void) {
    for (;;) {
        if (vt_probe_number() == 71) {
            // expected-remark@+1 {{guard: vt_probe_number == 71.}}
            vt_probe_guard();
            continue;
        }
        vt_probe_text();
    }
}

/* What only constants are put into tells of what was asked when they were. */
void kept_in_a_flag(const char *name, int count) {
    int wanted = 0, odd = 1;
    for (int i = 0; i < count; i++)
        if (name[i] == 'k')
            wanted = 1;
    if (wanted)
        // expected-remark@+1 {{guard: 0, 1 != 0.}}
        vt_probe_guard();
    if (odd)
        // expected-remark@+1 {{guard: nothing.}}
        vt_probe_guard();
}
