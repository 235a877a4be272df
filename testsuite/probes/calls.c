// Functions as seen by their callers: parameters, results, memory, recursion, wrappers.
#include "probe.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long same(long x) {
    return x;
}

void each_call_has_its_own(void) {
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(same(vt_probe_number()));
    // expected-remark@+1 {{value: 2.}}
    vt_probe_value(same(2));
}

static void fill(char *to, const char *from) {
    strcpy(to, from);
}

void out_parameters(void) {
    char a[32], b[32];
    fill(a, vt_probe_text());
    fill(b, "plain");
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(a);
    // expected-remark@+1 {{memory: "plain".}}
    vt_probe_memory(b);
}

static void set(long **where, long value) {
    **where = value;
}

void two_pointers_away(void) {
    long x = 0, *p = &x;
    set(&p, vt_probe_number());
    // expected-remark@+1 {{value: 0, vt_probe_number.}}
    vt_probe_value(x);
}

static long count_down(long n, long x) {
    return n ? count_down(n - 1, x) : x;
}

void recursion(void) {
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(count_down(9, vt_probe_number()));
    // expected-remark@+1 {{value: 3.}}
    vt_probe_value(count_down(9, 3));
}

static void *xmalloc(size_t size) {
    void *memory = malloc(size);
    if (!memory)
        abort();
    return memory;
}

void own_allocator(void) {
    char *a = xmalloc(32), *b = xmalloc(32);
    strcpy(a, vt_probe_text());
    strcpy(b, "other");
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(a);
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(b);
}

static void clear(void *memory, size_t size) {
    volatile char *p = memory;
    while (size--)
        *p++ = 0;
}

void own_wipe(void) {
    char buffer[32];
    strcpy(buffer, vt_probe_text());
    clear(buffer, sizeof buffer);
    // MISS: 0 alone
    // expected-remark@+1 {{memory: 0, vt_probe_text.}}
    vt_probe_memory(buffer);
}

extern long elsewhere(long);
extern void looks_at(const char *);

void unknown_function(void) {
    // expected-remark@+1 {{value: unknown elsewhere, vt_probe_number [assumed].}}
    vt_probe_value(elsewhere(vt_probe_number()));
    char text[8] = "const";
    looks_at(text);
    // expected-remark@+1 {{memory: "const".}}
    vt_probe_memory(text);
}

static void fill_one_of_two(char *a, char *b) {
    strcpy(a, vt_probe_text());
    strcpy(b, "b");
}

void two_out_parameters(void) {
    char a[8], b[8];
    fill_one_of_two(a, b);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(a);
    // expected-remark@+1 {{memory: "b".}}
    vt_probe_memory(b);
}

static char *copy_of(const char *text) {
    char *copy = malloc(strlen(text) + 1);
    strcpy(copy, text);
    return copy;
}

void heap_that_is_returned(void) {
    char *a = copy_of(vt_probe_text()), *b = copy_of("plain");
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(a);
    // expected-remark@+1 {{memory: "plain".}}
    vt_probe_memory(b);
}

static long read_all(int f, char *to, size_t size) {
    ssize_t got;
    do
        got = read(f, to, size);
    while (got < 0);
    return got;
}

void own_read(void) {
    char buffer[32];
    read_all(0, buffer, sizeof buffer);
    // expected-remark@+1 {{memory: read.}}
    vt_probe_memory(buffer);
}
