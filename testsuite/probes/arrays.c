// Arrays with known and unknown index, pointer arithmetic, strings of strings.
#include "probe.h"
#include <string.h>

void constant_index(void) {
    long a[4];
    a[0] = vt_probe_number();
    a[1] = 5;
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(a[0]);
    // expected-remark@+1 {{value: 5.}}
    vt_probe_value(a[1]);
}

void unknown_index_may_be_any(unsigned i) {
    long a[4] = {0};
    a[i] = vt_probe_number();
    // expected-remark@+1 {{value: 0, vt_probe_number.}}
    vt_probe_value(a[2]);
}

void chosen_by_an_index(unsigned i) {
    long a[2];
    a[0] = 3;
    a[1] = vt_probe_number();
    // expected-remark@+1 {{value: 3, parameter 0 [index], vt_probe_number.}}
    vt_probe_value(a[i]);
}

void an_index_is_a_way_of_its_own(void) {
    static const char table[] = "abcdefgh";
    // expected-remark@+1 {{value: "abcdefgh", vt_probe_number [arithmetic index].}}
    vt_probe_value(table[vt_probe_number() & 7]);
}

void pointer_arithmetic(void) {
    long a[4];
    long *p = a + 1;
    p[1] = vt_probe_number();
    *p = 9;
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(*(a + 2));
    // expected-remark@+1 {{value: 9.}}
    vt_probe_value(a[1]);
}

void numbers_made_of_pointers(int n) {
    char *page = (char *)vt_probe_number();
    // expected-remark@+1 {{value: vt_probe_number [arithmetic].}}
    vt_probe_value((long)(page + n) & -4096L);
    char *text = vt_probe_text();
    // expected-remark@+1 {{value: nothing.}}
    vt_probe_value((long)(text + 8) & -4096L);
}

struct entry {
    int id;
    const char *name;
};

void array_of_structs(int n) {
    struct entry entries[4];
    for (int i = 0; i < n; i++) {
        entries[i].id = i;
        entries[i].name = vt_probe_text();
    }
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(entries[2].name);
}

void distance_is_no_content(const char *begin) {
    const char *end = vt_probe_text();
    // expected-remark@+1 {{value: parameter 0 [length].}}
    vt_probe_value(end - begin);
}

struct subject {
    char *words[4];
    char *path;
};

void pointers_in_a_structs_array(struct subject *subject, unsigned i) {
    strcpy(subject->path, vt_probe_text());
    strcpy(subject->words[i], "word");
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(subject->path);
    // expected-remark@+1 {{memory: "word", parameter 0.}}
    vt_probe_memory(subject->words[2]);
}

static struct {
    struct subject subject;
    struct entry entries[8], last;
} all;

static char *word(unsigned i) {
    return all.subject.words[i];
}

static struct entry *entry(unsigned i) {
    return &all.entries[i];
}

void arrays_of_a_global(unsigned i) {
    all.last.id = (int)vt_probe_number();
    strcpy(all.subject.path, vt_probe_text());
    strcpy(word(i), "word");
    entry(i)->id = 7;
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(all.subject.path);
    // expected-remark@+1 {{memory: "word".}}
    vt_probe_memory(all.subject.words[2]);
    // expected-remark@+1 {{value: vt_probe_number [truncate].}}
    vt_probe_value(all.last.id);
    // expected-remark@+1 {{value: 7.}}
    vt_probe_value(all.entries[2].id);
}
