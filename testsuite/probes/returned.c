// What is put behind pointers that others made: results of functions, and what globals and
// parameters lead to.
#include "probe.h"
#include <stdlib.h>
#include <string.h>

struct item {
    struct item *next;
    char text[32];
};
struct list {
    struct item *head;
    char *buffer;
};

static struct item *first(struct list *list) {
    return list->head;
}

void through_an_accessor(struct list *list) {
    strcpy(first(list)->text, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(first(list)->text);
}

static char *room_for(struct list *list, size_t size) {
    list->buffer = realloc(list->buffer, size);
    return list->buffer;
}

void into_room_made(struct list *list) {
    memcpy(room_for(list, 8), vt_probe_text(), 8);
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(list->buffer);
}

static struct item *add(struct list *list) {
    struct item *item = calloc(1, sizeof *item);
    item->next = list->head;
    list->head = item;
    return item;
}

void filled_after_it_was_added(void) {
    struct list list = {0};
    strcpy(add(&list)->text, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(list.head->text);
}

static struct list all;
static struct list *the_list(void) {
    return &all;
}

void of_a_global(void) {
    the_list()->buffer = vt_probe_text();
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(all.buffer);
}

static char *other(struct list *list, char *mine) {
    return list ? mine : NULL;
}

/* What is returned is the second argument: nothing comes into the first. */
void not_the_first(struct list *list) {
    char mine[32] = "";
    strcpy(other(list, mine), vt_probe_text());
    // expected-remark@+1 {{memory: parameter 0.}}
    vt_probe_memory(list->buffer);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(mine);
}

/* What lies beside the field is not returned. */
struct ring {
    char owner[32], secret[64];
};

static const char *owner_of(const struct ring *ring) {
    return ring->owner;
}

void of_a_field(void) {
    struct ring ring;
    strcpy(ring.owner, "me");
    strcpy(ring.secret, vt_probe_text());
    // expected-remark@+1 {{memory: "me".}}
    vt_probe_memory(owner_of(&ring));
}

/* Behind an object that somebody else made, too. */
struct account {
    char *name, *secret;
};
static struct account *account;

void put_two_pointers_deep(void) {
    account->secret = vt_probe_text();
    account->name = "n";
}

void taken_elsewhere(void) {
    // expected-remark@+1 {{value: vt_probe_text.}}
    vt_probe_value(account->secret[2]);
    // expected-remark@+1 {{memory: "n".}}
    vt_probe_memory(account->name);
}

/* Of a third pointer places are not told apart, and what is put behind it in another function is
 * lost. */
static struct {
    struct account *first;
} *accounts;

void put_three_pointers_deep(void) {
    accounts->first->secret = vt_probe_text();
}

void taken_three_deep(void) {
    // MISS: vt_probe_text
    // expected-remark@+1 {{memory: nothing.}}
    vt_probe_memory(accounts->first->secret);
}
