// From where something is reached: what runs by itself, later, or when somebody outside calls.
#include "probe.h"
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

static void from_main_alone(void) {
    // expected-remark@+1 {{entries: main.}}
    vt_probe_entries();
}

static void from_both(void) {
    // expected-remark@+1 {{entries: constructor, main.}}
    vt_probe_entries();
}

__attribute__((constructor)) static void before_main(void) {
    // expected-remark@+1 {{entries: constructor.}}
    vt_probe_entries();
    from_both();
}

static void at_signal(int number) {
    (void)number;
    // expected-remark@+1 {{entries: signal.}}
    vt_probe_entries();
}

static void by_action(int number) {
    (void)number;
    // expected-remark@+1 {{entries: signal.}}
    vt_probe_entries();
}

static void at_end(void) {
    // expected-remark@+1 {{entries: exit.}}
    vt_probe_entries();
}

static void *in_a_thread(void *data) {
    // expected-remark@+1 {{entries: thread.}}
    vt_probe_entries();
    return data;
}

static void after_fork(void) {
    // expected-remark@+1 {{entries: fork.}}
    vt_probe_entries();
}

static void at_time(union sigval value) {
    (void)value;
    // expected-remark@+1 {{entries: timer.}}
    vt_probe_entries();
}

static int while_it_sorts(const void *a, const void *b) {
    // expected-remark@+1 {{entries: main.}}
    vt_probe_entries();
    return *(const char *)a - *(const char *)b;
}

static int nobody_calls_it(void) {
    // expected-remark@+1 {{entries: pointer.}}
    vt_probe_entries();
    return 0;
}

int (*handed_out)(void) = nobody_calls_it;

void exported_and_not_called(void) {
    // expected-remark@+1 {{entries: exported.}}
    vt_probe_entries();
}

void exported_and_called(void) {
    // expected-remark@+1 {{entries: main.}}
    vt_probe_entries();
}

int main(int argc, char **argv) {
    struct sigaction action = {.sa_handler = by_action};
    struct sigevent event = {.sigev_notify = SIGEV_THREAD};
    pthread_t thread;
    timer_t timer;
    (void)argc;
    signal(SIGUSR1, at_signal);
    sigaction(SIGUSR2, &action, NULL);
    atexit(at_end);
    pthread_create(&thread, NULL, in_a_thread, NULL);
    pthread_atfork(NULL, NULL, after_fork);
    event.sigev_notify_function = at_time;
    timer_create(CLOCK_REALTIME, &event, &timer);
    qsort(argv[0], 4, 1, while_it_sorts);
    from_main_alone();
    from_both();
    exported_and_called();
    // expected-remark@+1 {{entries: main.}}
    vt_probe_entries();
    return 0;
}
