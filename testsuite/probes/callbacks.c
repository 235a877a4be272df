// Functions called through pointers: in locals, arguments, fields, tables, globals, and by others.
#include "probe.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

static long twice(long x) {
    return 2 * x;
}

static long nothing_of(long x) {
    (void)x;
    return 11;
}

void in_a_local(int which) {
    long (*f)(long) = which ? twice : nothing_of;
    // expected-remark@+1 {{value: &nothing_of, &twice, parameter 0 [compared decided].}}
    vt_probe_value((long)f);
    // expected-remark@+1 {{value: 11, vt_probe_number [arithmetic].}}
    vt_probe_value(f(vt_probe_number()));
}

static long apply(long (*f)(long), long x) {
    return f(x);
}

void in_an_argument(void) {
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value(apply(twice, vt_probe_number()));
    // expected-remark@+1 {{value: 11.}}
    vt_probe_value(apply(nothing_of, vt_probe_number()));
}

struct operations {
    long (*open)(long);
    long (*close)(long);
};

static const struct operations operations = {.open = twice, .close = nothing_of};

static long run_open(const struct operations *of, long x) {
    return of->open(x);
}

void in_a_field(void) {
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value(run_open(&operations, vt_probe_number()));
    // expected-remark@+1 {{value: 11.}}
    vt_probe_value(operations.close(vt_probe_number()));
}

static long (*const table[])(long) = {nothing_of, twice};

void in_a_table(int i) {
    // expected-remark@+1 {{value: 11, vt_probe_number [arithmetic].}}
    vt_probe_value(table[i](vt_probe_number()));
    // expected-remark@+1 {{value: 11.}}
    vt_probe_value(table[0](vt_probe_number()));
}

static long (*hook)(long);

void set_hook(void) {
    hook = twice;
}

void in_a_global(void) {
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value(hook(vt_probe_number()));
}

static void *thread(void *argument) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(argument);
    return NULL;
}

void started_as_a_thread(void) {
    pthread_t id;
    pthread_create(&id, NULL, thread, vt_probe_text());
}

static int compare(const void *a, const void *b) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(a);
    return a < b;
}

void called_by_qsort(void) {
    qsort(vt_probe_text(), 8, 1, compare);
}

static void on_exit_do(void) {
    // expected-remark@+1 {{effects: exec.shell.}}
    vt_probe_effects();
    system("true");
}

void at_exit(void) {
    atexit(on_exit_do);
    // expected-remark@+1 {{effects: exec.shell.}}
    vt_probe_effects();
}

void *curl_easy_init(void);
int curl_easy_setopt(void *, int, ...);
int curl_easy_perform(void *);

static size_t on_data(char *data, size_t size, size_t n, void *to) {
    // expected-remark@+1 {{memory: curl_easy_perform.}}
    vt_probe_memory(data);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(to);
    return size * n;
}

void called_by_a_transfer(void) {
    void *curl = curl_easy_init();
    curl_easy_setopt(curl, 20011, on_data);
    curl_easy_setopt(curl, 10001, vt_probe_text());
    curl_easy_perform(curl);
}

struct pam_conv {
    int (*converse)(int, const void **, void **, void *);
    void *data;
};

int pam_start(const char *, const char *, const struct pam_conv *, void **);

static int converse(int n, const void **messages, void **responses, void *data) {
    (void)n, (void)messages, (void)responses;
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(data);
    return 0;
}

void called_by_a_conversation(void) {
    struct pam_conv conversation = {converse, vt_probe_text()};
    void *pam;
    pam_start("login", "me", &conversation, &pam);
}
