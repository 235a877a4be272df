// What a function returns a pointer to: what is put there by its callers belongs to where it lies.
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
