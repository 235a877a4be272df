// Locals and buffers are followed in order: what is overwritten, wiped or freed tells nothing.
#include "probe.h"
#include <stdlib.h>
#include <string.h>

void local_overwritten(void) {
    long x = vt_probe_number();
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(x);
    x = 7;
    // expected-remark@+1 {{value: 7.}}
    vt_probe_value(x);
}

void buffer_wiped(void) {
    char buffer[32];
    strcpy(buffer, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(buffer);
    memset(buffer, 0, sizeof buffer);
    // expected-remark@+1 {{memory: 0.}}
    vt_probe_memory(buffer);
}

void buffer_overwritten_by_another(const char *harmless) {
    char buffer[32];
    strcpy(buffer, vt_probe_text());
    strcpy(buffer, harmless);
    // expected-remark@+1 {{memory: parameter 0.}}
    vt_probe_memory(buffer);
}

void wiped_on_one_way_only(int quick) {
    char buffer[32];
    strcpy(buffer, vt_probe_text());
    if (!quick)
        memset(buffer, 0, sizeof buffer);
    // expected-remark@+1 {{memory: 0, vt_probe_text.}}
    vt_probe_memory(buffer);
}

void wiped_before(void) {
    char buffer[32];
    memset(buffer, 0, sizeof buffer);
    strcpy(buffer, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(buffer);
}

void memory_is_new(void) {
    char *memory = malloc(32);
    strcpy(memory, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(memory);
    free(memory);
    memory = malloc(32);
    // expected-remark@+1 {{memory: nothing.}}
    vt_probe_memory(memory);
}

void allocated_each_time_round(int n) {
    while (n--) {
        char *memory = malloc(32);
        // expected-remark@+1 {{memory: nothing.}}
        vt_probe_memory(memory);
        strcpy(memory, vt_probe_text());
        free(memory);
    }
}

static void take_text(const char *const *text) {
    // expected-remark@+1 {{memory: "kept".}}
    vt_probe_memory(*text);
}

/* What a variable pointed to before is not what its address leads to now. */
void pointed_elsewhere(void) {
    const char *text = vt_probe_text();
    strlen(text);
    text = "kept";
    take_text(&text);
}

static void take_either(const char *const *text) {
    // expected-remark@+1 {{memory: "kept", vt_probe_text.}}
    vt_probe_memory(*text);
}

void pointed_elsewhere_on_one_way(int n) {
    const char *text = vt_probe_text();
    if (n)
        text = "kept";
    take_either(&text);
}
