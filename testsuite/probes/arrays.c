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

/* Of an element whose index is not known, which field is read is known all the same. */
struct pair {
    const char *key, *value;
    long n;
};

struct user {
    char *secret;
    int uid;
    struct {
        long a, b;
    } in;
};

static struct user users[8];

void fields_of_elements(unsigned i) {
    users[i].secret = vt_probe_text();
    users[i].uid = 7;
    users[i].in.a = vt_probe_number();
    users[i].in.b = 3;
    // expected-remark@+1 {{value: 7.}}
    vt_probe_value(users[2].uid);
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(users[2].in.a);
    // expected-remark@+1 {{value: 3.}}
    vt_probe_value(users[i + 1].in.b);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(users[i].secret);
}

static const char *value_of(struct pair *pairs, int n, const char *key) {
    for (int i = 0; i < n; i++)
        if (strcmp(pairs[i].key, key) == 0)
            return pairs[i].value;
    return 0;
}

static struct pair *pair_of(struct pair *pair, const char *key) {
    for (; pair->key; pair++)
        if (strcmp(pair->key, key) == 0)
            return pair;
    return 0;
}

void fields_of_elements_that_are_looked_for(void) {
    struct pair pairs[3] = {{"a", "v", 1}, {"b", vt_probe_text(), 2}};
    // expected-remark@+1 {{memory: "v", vt_probe_text.}}
    vt_probe_memory(value_of(pairs, 2, "a"));
    struct pair *found = pair_of(pairs, "b");
    // expected-remark@+1 {{memory: "v", vt_probe_text.}}
    vt_probe_memory(found->value);
    // expected-remark@+1 {{memory: "a", "b".}}
    vt_probe_memory(found->key);
    // expected-remark@+1 {{value: 1, 2.}}
    vt_probe_value(found->n);
}

void fields_of_elements_somewhere(struct pair *pairs, int i) {
    pairs[i].value = vt_probe_text();
    pairs[i].key = "k";
    // expected-remark@+1 {{memory: "k", parameter 0.}}
    vt_probe_memory(pairs[i].key);
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(pairs[0].value);
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(pairs[-1].value);
}

/* A field of one element may lie in any field of the next smaller elements. */
void elements_of_two_sizes(unsigned i, unsigned k) {
    struct pair pairs[4] = {{0}};
    char *bytes = (char *)pairs;
    pairs[i].n = vt_probe_number();
    // expected-remark@+1 {{value: parameter 1 [index], vt_probe_number.}}
    vt_probe_value(bytes[k]);
    // expected-remark@+1 {{value: parameter 1 [arithmetic index], vt_probe_number.}}
    vt_probe_value(*(long *)&bytes[k * 16]);
}

/* Elements that are copied, or handed on, as a whole: where they lie is not known, but what lies
 * where in them is. */
struct login {
    char name[16], secret[16];
    const char *shell;
    long uid;
};

static struct login logins[8];
static struct {
    long count;
    struct login all[8];
    char motd[16];
} site;

static void fill_in(struct login *login) {
    strcpy(login->name, "name");
    strcpy(login->secret, vt_probe_text());
    login->shell = "shell";
    login->uid = 5;
}

void whole_elements_copied(unsigned i, unsigned k) {
    struct login one, other;
    fill_in(&one);
    logins[i] = one;
    // expected-remark@+1 {{memory: "name".}}
    vt_probe_memory(logins[k + 1].name);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(logins[k].secret);
    other = logins[k];
    // expected-remark@+1 {{memory: "name".}}
    vt_probe_memory(other.name);
    // expected-remark@+1 {{memory: "shell".}}
    vt_probe_memory(other.shell);
    // expected-remark@+1 {{value: 5.}}
    vt_probe_value(other.uid);
}

static void asked_of_one(const struct login *login) {
    // expected-remark@+1 {{memory: "name".}}
    vt_probe_memory(login->name);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(login->secret);
    // expected-remark@+1 {{memory: "shell".}}
    vt_probe_memory(login->shell);
}

void whole_elements_handed_on(unsigned i, unsigned k) {
    struct login some[8];
    fill_in(&some[i]);
    // expected-remark@+1 {{memory: "name".}}
    vt_probe_memory(some[k].name);
    // expected-remark@+1 {{value: 5.}}
    vt_probe_value(some[k].uid);
    asked_of_one(&some[k]);
}

void whole_elements_beside_others(unsigned i, unsigned k) {
    strcpy(site.motd, "motd");
    fill_in(&site.all[i]);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(site.all[k].secret);
    // expected-remark@+1 {{memory: "motd".}}
    vt_probe_memory(site.motd);
    // expected-remark@+1 {{value: nothing.}}
    vt_probe_value(site.count);
}

/* From one array into another, and by a loop that walks. */
void whole_elements_moved_on(struct login *to, int n) {
    struct login some[8];
    for (int i = 0; i < 8; i++)
        fill_in(&some[i]);
    for (int i = 0; i < n; i++)
        to[i] = some[i];
    for (struct login *at = to; at < to + n; at++) {
        // expected-remark@+1 {{memory: "name", parameter 0.}}
        vt_probe_memory(at->name);
        // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
        vt_probe_memory(at->secret);
    }
}
