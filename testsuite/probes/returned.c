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

/* What is taken out is still what it was, though another pointer, or none, stands where it stood.
 */
struct holder {
    char *text;
};

static char *taken_out(struct holder *holder) {
    char *text = holder->text;
    holder->text = NULL;
    return text;
}

static char *handed_over(struct holder *holder) {
    return taken_out(holder);
}

void of_a_holder(void) {
    struct holder holder = {.text = vt_probe_text()};
    char *text = handed_over(&holder);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(text);
    // expected-remark@+1 {{value: 0.}}
    vt_probe_value((long)holder.text);
}

struct link {
    struct link *next;
    char text[32];
};
struct chain {
    struct link *first;
};

static struct link *unlinked(struct chain *chain) {
    struct link *link = chain->first;
    chain->first = link->next;
    return link;
}

void of_a_chain(void) {
    struct link link;
    struct chain chain = {&link};
    link.next = NULL;
    strcpy(link.text, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(unlinked(&chain)->text);
}

static char *exchanged(struct holder *holder) {
    char *text = holder->text;
    holder->text = vt_probe_text();
    return text;
}

void of_an_exchange(void) {
    struct holder holder = {.text = "before"};
    // MISS: "before"
    // expected-remark@+1 {{memory: "before", vt_probe_text.}}
    vt_probe_memory(exchanged(&holder));
}

/* A list that knows where its next entry goes leads into itself. */
struct queue {
    struct link *first, **end;
};

static void enqueue(struct queue *queue, const char *text) {
    struct link *link = calloc(1, sizeof *link);
    strcpy(link->text, text);
    *queue->end = link;
    queue->end = &link->next;
}

static void dequeue(struct queue *queue) {
    struct link *link = queue->first;
    queue->first = link->next;
    if (!queue->first)
        queue->end = &queue->first;
    // expected-remark@+1 {{memory: 0, vt_probe_text.}}
    vt_probe_memory(link->text);
    free(link);
}

void of_a_queue(void) {
    struct queue queue = {.first = NULL};
    queue.end = &queue.first;
    enqueue(&queue, vt_probe_text());
    dequeue(&queue);
}

/* A pointer that a function puts into a global, or into what it makes. */
struct stream {
    char *buffer;
};

static struct stream current;

static void use(char *buffer) {
    current.buffer = buffer;
}

static struct stream *stream_on(char *buffer) {
    struct stream *stream = malloc(sizeof *stream);
    stream->buffer = buffer;
    return stream;
}

void put_into_a_global(void) {
    char buffer[32], other[32] = "other";
    use(buffer);
    strcpy(current.buffer, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(buffer);
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(other);
}

void put_into_what_is_made(void) {
    char buffer[32], other[32] = "other";
    struct stream *stream = stream_on(buffer), *second = stream_on(other);
    strcpy(stream->buffer, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(buffer);
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(second->buffer);
}

static struct stream *named_stream_on(const char *name, char *buffer) {
    struct stream *stream = stream_on(buffer);
    return *name ? stream : NULL;
}

void put_into_what_another_makes(const char *name) {
    char buffer[32], other[32] = "other";
    struct stream *stream = named_stream_on(name, buffer);
    if (stream)
        strcpy(stream->buffer, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(buffer);
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(other);
}
