// Arguments behind the last parameter: taken one by one, and handed on as a va_list.
#include "probe.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

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

struct reader {
    char bytes[64];
    int at;
};

/* What this project calls scanf: it writes behind the arguments that it takes. */
static void take(struct reader *reader, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    for (; *format; format++) {
        void *to = va_arg(arguments, void *);
        if (*format == 'n')
            *(long *)to = vt_probe_number();
        else
            memcpy(to, reader->bytes + reader->at, 8);
    }
    va_end(arguments);
}

void written_behind_an_argument(void) {
    struct reader reader = {.at = 0};
    char text[8];
    long number = 0;
    strcpy(reader.bytes, vt_probe_text());
    take(&reader, "tn", text, &number);
    // expected-remark@+1 {{memory: vt_probe_number, vt_probe_text.}}
    vt_probe_memory(text);
    // expected-remark@+1 {{value: 0, vt_probe_number, vt_probe_text.}}
    vt_probe_value(number);
}

/* What one argument points to does not come behind another. */
static void count(long *total, ...) {
    va_list arguments;
    va_start(arguments, total);
    for (const char *text; (text = va_arg(arguments, const char *));)
        *total += text[0] != 0;
    va_end(arguments);
}

void only_read(void) {
    char text[8], other[8] = "other";
    long total = 0;
    strcpy(text, vt_probe_text());
    count(&total, text, other, NULL);
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(other);
}
