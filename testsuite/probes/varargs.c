// Arguments behind the last parameter: taken one by one, and handed on as a va_list.
#include "probe.h"
#include <stdarg.h>
#include <stdio.h>

static long last_of(int n, ...) {
    va_list arguments;
    long last = 0;
    va_start(arguments, n);
    while (n--)
        last = va_arg(arguments, long);
    va_end(arguments);
    return last;
}

void taken_one_by_one(void) {
    // expected-remark@+1 {{value: 0, 4, vt_probe_number.}}
    vt_probe_value(last_of(2, 4L, vt_probe_number()));
    // expected-remark@+1 {{value: 0, 4.}}
    vt_probe_value(last_of(1, 4L));
}

static char line[100];

static void format_list(char *to, const char *format, va_list list) {
    vsnprintf(to, 100, format, list);
}

static void format(char *to, const char *text, ...) {
    va_list arguments;
    va_start(arguments, text);
    format_list(to, text, arguments);
    va_end(arguments);
}

void handed_on_as_a_list(void) {
    char text[100];
    format(text, "%s", vt_probe_text());
    // expected-remark@+1 {{memory: "%s", vt_probe_text [format].}}
    vt_probe_memory(text);
    format(text, "%d", 3);
    // expected-remark@+1 {{memory: "%d", 3 [format].}}
    vt_probe_memory(text);
}

static void twice(const char *text, ...) {
    va_list first, second;
    va_start(first, text);
    va_copy(second, first);
    vsnprintf(line, 100, text, first);
    format_list(line, text, second);
    va_end(second);
    va_end(first);
    // expected-remark@+1 {{memory: "%ld", vt_probe_number [format].}}
    vt_probe_memory(line);
}

void copied_list(void) {
    twice("%ld", vt_probe_number());
}
