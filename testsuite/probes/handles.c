// A handle carries what it was opened with.
#include "probe.h"
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

void opened_here(void) {
    FILE *file = fopen("/etc/shadow", "r");
    // expected-remark@+1 {{handle: path: "/etc/shadow".}}
    vt_probe_handle((long)file);
}

void two_files(void) {
    int a = open("/etc/passwd", O_RDONLY), b = open("/tmp/x", O_RDONLY);
    // expected-remark@+1 {{handle: path: "/etc/passwd".}}
    vt_probe_handle(a);
    // expected-remark@+1 {{handle: path: "/tmp/x".}}
    vt_probe_handle(b);
}

static int descriptor;
struct reader {
    int skipped;
    FILE *file;
};

static FILE *open_it(const char *name) {
    return fopen(name, "r");
}

void kept_in_a_field(struct reader *reader) {
    reader->file = open_it("/etc/group");
    // expected-remark@+1 {{handle: path: "/etc/group".}}
    vt_probe_handle((long)reader->file);
}

void open_global(void) {
    descriptor = open("/dev/mem", O_RDWR);
}

void kept_in_a_global(void) {
    // expected-remark@+1 {{handle: path: "/dev/mem".}}
    vt_probe_handle(descriptor);
    // expected-remark@+1 {{handle: path: "/dev/mem".}}
    vt_probe_handle(dup(descriptor));
}

void never_opened(void) {
    // expected-remark@+1 {{handle: nothing.}}
    vt_probe_handle(0);
}
