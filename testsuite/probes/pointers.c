// Pointers to pointers, structs by value, what callees do with memory they are given.
#include "probe.h"

#include <stdlib.h>
#include <string.h>

void pointer_to_pointer(void) {
    long x = 1, *p = &x, **q = &p;
    **q = vt_probe_number();
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(x);
}

void redirected(void) {
    long x = 1, y = 2, *p = &x, **q = &p;
    *q = &y;
    *p = vt_probe_number();
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(y);
    // expected-remark@+1 {{value: 1.}}
    vt_probe_value(x);
}

void redirected_on_one_way(int n) {
    long x = 1, y = 2, *p = &x, **q = &p;
    if (n)
        *q = &y;
    *p = vt_probe_number();
    // expected-remark@+1 {{value: 2, vt_probe_number.}}
    vt_probe_value(y);
    // expected-remark@+1 {{value: 1, vt_probe_number.}}
    vt_probe_value(x);
}

static void redirect(long **p, long *to) {
    *p = to;
}

void redirected_by_a_call(void) {
    long x = 1, y = 2, *p = &x;
    redirect(&p, &y);
    *p = vt_probe_number();
    // MISS: vt_probe_number alone
    // expected-remark@+1 {{value: 2, vt_probe_number.}}
    vt_probe_value(y);
}

void either_of_two(int which) {
    long x = 1, y = 2;
    *(which ? &x : &y) = vt_probe_number();
    // expected-remark@+1 {{value: 1, vt_probe_number.}}
    vt_probe_value(x);
    // expected-remark@+1 {{value: 2, vt_probe_number.}}
    vt_probe_value(y);
}

struct pair {
    long first, second;
};

static struct pair make(long first, long second) {
    struct pair pair = {first, second};
    return pair;
}

static long second_of(struct pair pair) {
    return pair.second;
}

void structs_by_value(void) {
    struct pair pair = make(vt_probe_number(), 8);
    // MISS: vt_probe_number alone
    // expected-remark@+1 {{value: 8 [truncate], vt_probe_number [truncate].}}
    vt_probe_value(pair.first);
    // MISS: 8 alone
    // expected-remark@+1 {{value: 8 [truncate], vt_probe_number [truncate].}}
    vt_probe_value(second_of(pair));
}

struct big {
    long parts[8];
};

static struct big make_big(void) {
    struct big big = {{0}};
    big.parts[3] = vt_probe_number();
    big.parts[4] = 6;
    return big;
}

void large_structs_by_value(void) {
    struct big big = make_big();
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(big.parts[3]);
    // expected-remark@+1 {{value: 6.}}
    vt_probe_value(big.parts[4]);
}

void copied_as_a_whole(struct pair *to) {
    struct pair from = {4, vt_probe_number()};
    *to = from;
    // expected-remark@+1 {{value: 4.}}
    vt_probe_value(to->first);
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(to->second);
}

struct node {
    struct node *next;
    long value;
};

void three_deep(struct node *list) {
    list->next->next->value = vt_probe_number();
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(list->next->next->value);
}

/* A pointer that moves on leads into the same object still. */
static void put(char **cursor, const char *text, unsigned long size) {
    memcpy(*cursor, text, size);
    *cursor += size;
}

void behind_a_cursor(char **cursor) {
    char text[32], *at = text;
    memset(text, 0, sizeof text);
    put(&at, vt_probe_text(), 4);
    put(&at, "tail", 4);
    // expected-remark@+1 {{memory: "tail", 0, vt_probe_text.}}
    vt_probe_memory(text);
    put(cursor, vt_probe_text(), 4);
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(*cursor);
}

void another_pointer_leads_elsewhere(char **cursor) {
    strcpy(*cursor, vt_probe_text());
    *cursor = "other";
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(*cursor);
}

/* A pointer that was read leads where it led, whatever is put where it was read from. */
struct link {
    struct link *next;
    char text[32];
};

struct chain {
    struct link *first;
};

static void fill(struct chain *chain) {
    strcpy(chain->first->text, vt_probe_text());
}

void taken_out_of_a_chain(struct chain *chain) {
    fill(chain);
    struct link *link = chain->first;
    chain->first = link->next;
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(link->text);
}

void taken_and_perhaps_the_last(struct chain *chain, int *waiting) {
    fill(chain);
    struct link *link = chain->first;
    chain->first = link->next;
    if (!chain->first)
        *waiting = 0;
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(link->text);
}

/* How deep something lies is known, although only three of the pointers on the way are. */
struct room {
    char *text;
    long number;
};

struct floor {
    struct room *room;
};

struct house {
    struct floor *floor;
};

struct street {
    struct house *house;
};

static void furnish(struct room *room) {
    room->number = vt_probe_number();
    strcpy(room->text, vt_probe_text());
}

static void furnish_floor(struct floor *floor) {
    furnish(floor->room);
}

static void furnish_house(struct house *house) {
    furnish_floor(house->floor);
}

static void furnish_street(struct street *street) {
    furnish_house(street->house);
}

static void look(struct room *room) {
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(room->text);
    // expected-remark@+1 {{value: parameter 0, vt_probe_number.}}
    vt_probe_value(room->number);
}

static void look_at_floor(struct floor *floor) {
    look(floor->room);
}

static void look_at_house(struct house *house) {
    look_at_floor(house->floor);
}

void four_pointers_deep(struct street *street) {
    furnish_street(street);
    look_at_house(street->house);
}

/* A function puts one of its parameters where another leads. */
struct cursor {
    char *at;
};

static void begin(struct cursor *cursor, char *text) {
    cursor->at = text;
}

static void begin_both(struct cursor *first, struct cursor *second, char *text, char *other) {
    begin(second, other);
    begin(first, text);
}

void put_there_by_a_function(void) {
    char text[32], other[32] = "other";
    struct cursor first, second;
    begin_both(&first, &second, text, other);
    strcpy(first.at, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(text);
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(other);
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(second.at);
}

static void look_behind(char **where) {
    // expected-remark@+1 {{memory: "spare".}}
    vt_probe_memory(*where);
}

void pointer_handed_on_later(void) {
    char room[32], *text = room;
    strcpy(text, vt_probe_text());
    memset(text, 0, sizeof room);
    strcpy(text, "spare");
    look_behind(&text);
}

struct labelled {
    const char *name;
    const char *text;
};

static char unknown[] = "unknown";

static struct labelled label(void) {
    struct labelled made = {unknown, vt_probe_text()};
    return made;
}

static struct labelled label_of_nothing(void) {
    struct labelled made = {unknown, unknown};
    return made;
}

void pointer_in_a_small_struct(void) {
    struct labelled one = label(), other = label_of_nothing();
    // expected-remark@+1 {{memory: "unknown", vt_probe_text.}}
    vt_probe_memory(one.text);
    // expected-remark@+1 {{memory: "unknown".}}
    vt_probe_memory(other.text);
}

struct line {
    struct line *next;
    char text[24];
};

struct lines {
    struct line *first, **last;
};

/* Clearing the head of a list puts nothing into it: what it leads to is itself, until something is
 * added. */
void head_that_was_cleared(struct line *one) {
    struct lines lines;
    memset(&lines, 0, sizeof lines);
    lines.last = &lines.first;
    strcpy(one->text, vt_probe_text());
    *lines.last = one;
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(lines.first->text);
}

/* Of elements that are not told apart some are texts. */
void texts_beside_a_buffer(int i) {
    char buffer[16];
    strcpy(buffer, vt_probe_text());
    const char *all[] = {"first", buffer, "last"};
    // expected-remark@+1 {{memory: "first", "last", vt_probe_text.}}
    vt_probe_memory(all[i]);
}

struct owner {
    char *text;
};

static void move(struct owner *to, struct owner *from) {
    to->text = from->text;
    from->text = NULL;
}

/* What leads to an object no more leaves it as it is. */
void moved_to_another_owner(void) {
    struct owner one = {malloc(16)}, other = {NULL};
    strcpy(one.text, vt_probe_text());
    move(&other, &one);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(other.text);
    // expected-remark@+1 {{value: 0.}}
    vt_probe_value((long)one.text);
}

void moved_and_kept(struct owner *from) {
    struct owner kept;
    strcpy(from->text, vt_probe_text());
    kept.text = from->text;
    from->text = "gone";
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(kept.text);
    // expected-remark@+1 {{memory: "gone".}}
    vt_probe_memory(from->text);
}

static void show(const char *text) {
    // expected-remark@+1 {{memory: "amber".}}
    vt_probe_memory(text);
}

/* Texts of the program are no objects, and go along with the pointers to them. */
void text_behind_a_pointer(void) {
    const char *text = "slate", **to = &text, **from = &text;
    *to = "amber";
    show(*from);
}

static void show_again(const char *text) {
    // expected-remark@+1 {{memory: "ochre".}}
    vt_probe_memory(text);
}

void text_over_a_pointer(void) {
    const char *text = vt_probe_text(), **to = &text, **from = &text;
    *to = "ochre";
    show_again(*from);
}
