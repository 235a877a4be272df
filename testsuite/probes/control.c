// Loops, select, phi; what only decided is tagged so; volatile, atomics, inline assembly.
#include "probe.h"
#include <stdatomic.h>

void phi(int which) {
    long x;
    if (which)
        x = vt_probe_number();
    else
        x = 4;
    // expected-remark@+1 {{value: 4, parameter 0 [compared decided], vt_probe_number.}}
    vt_probe_value(x);
}

void neither_here_nor_there(int which) {
    long x = vt_probe_number(), y = which ? 3 : 4;
    // expected-remark@+1 {{value: 3, 4, parameter 0 [compared decided].}}
    vt_probe_value(y);
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(x);
}

void round_a_loop(int n) {
    long sum = 0;
    while (n--)
        sum += vt_probe_number();
    // expected-remark@+1 {{value: 0, vt_probe_number [arithmetic].}}
    vt_probe_value(sum);
}

void char_by_char(char *to) {
    const char *from = vt_probe_text();
    while (*from)
        *to++ = *from++;
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(to);
}

void decided_bit_by_bit(void) {
    long secret = vt_probe_number(), copy = 0;
    for (int bit = 0; bit < 8; bit++)
        if (secret >> bit & 1)
            copy |= 1 << bit;
    // expected-remark@+1 {{value: 0, vt_probe_number [arithmetic compared decided].}}
    vt_probe_value(copy);
}

void decoded_by_a_switch(void) {
    long digit;
    switch (vt_probe_number()) {
    case 1:
        digit = 'a';
        break;
    case 2:
        digit = 'b';
        break;
    default:
        digit = '?';
    }
    // expected-remark@+1 {{value: 63, 97, 98, vt_probe_number [decided].}}
    vt_probe_value(digit);
}

void through_volatile(void) {
    volatile long x = vt_probe_number();
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(x);
}

static _Atomic long shared;

void through_atomics(void) {
    atomic_store(&shared, 1);
    atomic_fetch_add(&shared, vt_probe_number());
    // expected-remark@+1 {{value: 1, vt_probe_number.}}
    vt_probe_value(atomic_load(&shared));
}

void through_assembly(void) {
    long in = vt_probe_number(), out;
    __asm__("mov %1, %0" : "=r"(out) : "r"(in));
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(out);
}

void assembly_of_something_else(void) {
    long in = vt_probe_number(), out;
    __asm__("mov $1, %0" : "=r"(out));
    // expected-remark@+1 {{value: nothing.}}
    vt_probe_value(out);
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(in);
}

static long measured(void) {
    return vt_probe_number();
}

void from_the_round_before(long rounds) {
    long value = 1;
    while (rounds-- > 0) {
        // expected-remark@+1 {{value: 1, vt_probe_number.}}
        vt_probe_value(value);
        value = measured();
    }
}
