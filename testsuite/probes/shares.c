// What masks, remainders and constants leave of a value: at most so many of eight bits.
#include "probe.h"
#include <string.h>

struct number {
    unsigned long all;
};

void whole(void) {
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(vt_probe_number());
}

void masked(void) {
    // expected-remark@+1 {{value: vt_probe_number [arithmetic share-1].}}
    vt_probe_value(vt_probe_number() & 0x0f);
    // expected-remark@+1 {{value: vt_probe_number [arithmetic share-4].}}
    vt_probe_value(vt_probe_number() & 0x0f0f0f0f0f0f0f0f);
    // expected-remark@+1 {{value: vt_probe_number [arithmetic share-3].}}
    vt_probe_value(vt_probe_number() & 0xfffff);
}

void few_bits_are_lost(void) {
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value(vt_probe_number() & ~7L);
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value(vt_probe_number() | 1);
}

void most_bits_are_set(void) {
    // expected-remark@+1 {{value: vt_probe_number [arithmetic share-3].}}
    vt_probe_value(vt_probe_number() | ~0xfffffL);
}

void remainder(void) {
    // expected-remark@+1 {{value: vt_probe_number [arithmetic share-2].}}
    vt_probe_value((long)((unsigned long)vt_probe_number() % 1000) + 7);
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value((long)((unsigned long)vt_probe_number() % (unsigned long)vt_probe_number()));
}

/* A byte that is handed on is a byte, however wide the parameter. */
void picked(void) {
    long n = vt_probe_number();
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value(n & 0xff);
    // expected-remark@+1 {{value: vt_probe_number [arithmetic truncate].}}
    vt_probe_value((unsigned char)(n >> 8));
}

void put_together(void) {
    long n = vt_probe_number();
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value((n & 0x0f0f0f0f0f0f0f0f) | (n & ~0x0f0f0f0f0f0f0f0f));
}

void kept_in_memory(void) {
    struct number number;
    number.all = (unsigned long)vt_probe_number() & 0xffff;
    // expected-remark@+1 {{memory: vt_probe_number [arithmetic share-2].}}
    vt_probe_memory(&number);
}

void masked_where_it_stands(void) {
    unsigned char bytes[8];
    long n = vt_probe_number();
    memcpy(bytes, &n, sizeof n);
    bytes[0] &= 0x0f;
    // expected-remark@+1 {{value: vt_probe_number [arithmetic share-4 truncate].}}
    vt_probe_value(bytes[0]);
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(bytes[1]);
}
