// A function of another unit calls what it is given: each caller's callback sees its own caller's
// data, and each caller gets what its own callback brings.
#include "callbacks.h"
#include <string.h>

static long twice(long x) {
    return 2 * x;
}

static long eleven(long x) {
    (void)x;
    return 11;
}

void what_comes_back(void) {
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value(apply(twice, vt_probe_number()));
    // expected-remark@+1 {{value: 11.}}
    vt_probe_value(apply(eleven, vt_probe_number()));
}

void through_a_wrapper(void) {
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value(apply_twice(twice, vt_probe_number()));
    // expected-remark@+1 {{value: 11.}}
    vt_probe_value(apply_twice(eleven, vt_probe_number()));
}

/* Where the callee has one of its own to choose from, what is passed does not say it all. */
void one_of_its_own(int which) {
    // expected-remark@+1 {{value: 11, 7, vt_probe_number [arithmetic].}}
    vt_probe_value(apply_or(which ? twice : eleven, vt_probe_number()));
    // expected-remark@+1 {{value: 11, vt_probe_number [arithmetic].}}
    vt_probe_value(apply(which ? twice : eleven, vt_probe_number()));
}

static int see_plain(void *data, const char *text) {
    // expected-remark@+1 {{memory: "plain".}}
    vt_probe_memory(text);
    // expected-remark@+1 {{memory: "of plain".}}
    vt_probe_memory(data);
    return 0;
}

static int see_data(void *data, const char *text) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(text);
    // expected-remark@+1 {{memory: "of data".}}
    vt_probe_memory(data);
    return 0;
}

void what_it_sees(void) {
    each("plain", see_plain, "of plain");
    each(vt_probe_text(), see_data, "of data");
}

static int append(void *data, const char *text) {
    strcat(data, text);
    return 0;
}

static int set_other(void *data, const char *text) {
    (void)text;
    strcpy(data, "other");
    return 0;
}

void what_it_collects(void) {
    char a[64] = "", b[64] = "";
    each("one", append, a);
    each(vt_probe_text(), set_other, b);
    // expected-remark@+1 {{memory: "one".}}
    vt_probe_memory(a);
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(b);
}

static void fill_plain(char *to) {
    strcpy(to, "plain");
}

static void fill_data(char *to) {
    strcpy(to, vt_probe_text());
}

void what_it_fills(void) {
    char a[32], b[32];
    fill_by(fill_plain, a);
    fill_by(fill_data, b);
    // expected-remark@+1 {{memory: "plain".}}
    vt_probe_memory(a);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(b);
}

static long from_plain(char *to, long n) {
    strcpy(to, "plain");
    return n;
}

static long from_data(char *to, long n) {
    strcpy(to, vt_probe_text());
    return n;
}

static void to_plain(const char *from, long n) {
    (void)n;
    // expected-remark@+1 {{memory: "plain".}}
    vt_probe_memory(from);
}

static void to_data(const char *from, long n) {
    (void)n;
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(from);
}

void two_at_once(void) {
    copy(from_plain, to_plain);
    copy(from_data, to_data);
}

static void run_plain(void *data) {
    // expected-remark@+1 {{memory: "plain".}}
    vt_probe_memory(data);
}

static void run_data(void *data) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(data);
}

void in_a_struct(void) {
    struct job plain = {run_plain, "plain"}, data = {run_data, vt_probe_text()};
    run(&plain);
    run(&data);
}

static void close_plain(void *data) {
    // expected-remark@+1 {{memory: "plain".}}
    vt_probe_memory(data);
}

static void close_data(void *data) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(data);
}

static const struct operations of_plain = {run_plain, close_plain};
static const struct operations of_data = {run_data, close_data};

void in_a_table(void) {
    struct stream plain = {&of_plain, "plain"}, data = {&of_data, vt_probe_text()};
    finish(&plain);
    finish(&data);
}

/* What is put into an element of an array together is called together. */
static void later_plain(void *data) {
    // expected-remark@+1 {{memory: "plain".}}
    vt_probe_memory(data);
}

static void later_data(void *data) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(data);
}

void in_an_array(void) {
    run_later(later_plain, "plain");
    run_later(later_data, vt_probe_text());
    run_all();
}
