// Functions called through pointers: in locals, arguments, fields, tables, globals, and by others.
#include "probe.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

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

/* ---- Tables: what stands together in one element ------------------------------------------- */

struct command {
    const char *name;
    void (*run)(const char *);
    const char *data;
};

static void see_help(const char *data) {
    // expected-remark@+1 {{memory: "of help".}}
    vt_probe_memory(data);
    // expected-remark@+1 {{trigger: what `recv` received equals "help" (`strcmp`).}}
    vt_probe_trigger();
}

static void see_other(const char *data) {
    // expected-remark@+1 {{memory: "of other".}}
    vt_probe_memory(data);
    // expected-remark@+1 {{trigger: what `recv` received equals "other" (`strcmp`).}}
    vt_probe_trigger();
}

static const struct command commands[] = {{"help", see_help, "of help"},
                                          {"other", see_other, "of other"}};

void a_table_of_commands(int in) {
    char line[64];
    long n = recv(in, line, sizeof line - 1, 0);
    line[n > 0 ? n : 0] = 0;
    for (unsigned i = 0; i < 2; i++)
        if (strcmp(commands[i].name, line) == 0)
            commands[i].run(commands[i].data);
}

/* Of two elements each may be any; one function may stand in two. */
static void see_any(const char *data) {
    // expected-remark@+1 {{memory: "one", "two".}}
    vt_probe_memory(data);
}

static void see_one(const char *data) {
    // expected-remark@+1 {{memory: "one", "two".}}
    vt_probe_memory(data);
}

static const struct command crossed[] = {{"a", see_any, "one"}, {"b", see_one, "two"}};

void a_table_of_two_indices(unsigned i, unsigned k) {
    crossed[i].run(crossed[k].data);
}

static void see_twice(const char *data) {
    // expected-remark@+1 {{memory: "one", "two".}}
    vt_probe_memory(data);
}

static void see_once(const char *data) {
    // expected-remark@+1 {{memory: "three".}}
    vt_probe_memory(data);
}

static struct command walked[] = {
    {"a", see_twice, "one"}, {"b", see_twice, "two"}, {"c", see_once, "three"}, {0}};

void a_table_that_is_walked(void) {
    for (const struct command *command = walked; command->name; command++)
        command->run(command->data);
}

/* What both go on to sees what both are given. */
static void see_both(const char *data) {
    // expected-remark@+1 {{memory: "left", "right".}}
    vt_probe_memory(data);
}

static void left(const char *data) {
    see_both(data);
}

static void right(const char *data) {
    see_both(data);
}

static const struct command sides[] = {{"l", left, "left"}, {"r", right, "right"}};

void a_table_of_two_sides(unsigned i) {
    sides[i].run(sides[i].data);
}

/* Elements that lead to one buffer. */
static char shared[32];

static void fill_shared(char *data) {
    strcpy(data, vt_probe_text());
}

static void see_shared(char *data) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(data);
}

static const struct {
    void (*run)(char *);
    char *data;
    long n;
} steps[] = {{fill_shared, shared, 1}, {see_shared, shared, 2}};

void a_table_of_steps(void) {
    for (unsigned i = 0; i < 2; i++)
        steps[i].run(steps[i].data);
}
