// What a function of another unit writes through its parameters, its caller reads afterwards.
#include "out.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void a_pointer(void) {
    char *line;
    get_text(&line);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(line);
    // expected-remark@+1 {{value: vt_probe_text.}}
    vt_probe_value(line[1]);
    get_plain(&line);
    // expected-remark@+1 {{memory: "plain".}}
    vt_probe_memory(line);
}

void two_pointers(void) {
    char *first = NULL, *second = NULL;
    if (get_both(&first, &second))
        return;
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(first);
    // expected-remark@+1 {{memory: "second".}}
    vt_probe_memory(second);
}

void by_way_of_another(void) {
    char *line = NULL;
    get_text_by_way_of_another(&line);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(line);
}

/* Whether the callee puts another pointer there, or writes behind the one that was, is not kept. */
void a_pointer_replaced(void) {
    char own[8] = "own", *line = own;
    get_text(&line);
    // MISS: vt_probe_text alone
    // expected-remark@+1 {{memory: "own", vt_probe_text.}}
    vt_probe_memory(line);
    // MISS: "own" alone
    // expected-remark@+1 {{memory: "own", vt_probe_text.}}
    vt_probe_memory(own);
}

void a_struct(void) {
    struct message message;
    read_message(&message);
    // expected-remark@+1 {{value: 3.}}
    vt_probe_value(message.kind);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(message.text);
    // expected-remark@+1 {{memory: "fixed".}}
    vt_probe_memory(message.inner);
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(message.length);
}

void a_new_struct(void) {
    struct message *message = NULL;
    if (make_message(&message))
        return;
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(message->text);
    // expected-remark@+1 {{memory: "fixed".}}
    vt_probe_memory(message->inner);
}

void a_struct_by_value(void) {
    struct large large = make_large();
    // expected-remark@+1 {{value: vt_probe_number.}}
    vt_probe_value(large.parts[3]);
    // expected-remark@+1 {{value: 7.}}
    vt_probe_value(large.parts[2]);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(large.text);
}

void into_a_field(struct session *session) {
    make_message(&session->message);
    get_text(&session->name);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(session->message->text);
    // expected-remark@+1 {{memory: "fixed".}}
    vt_probe_memory(session->message->inner);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(session->name);
}

static char *line_of_all;
static struct session session_of_all;

void into_a_global(void) {
    get_text(&line_of_all);
    make_message(&session_of_all.message);
}

void from_a_global(void) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(line_of_all);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(session_of_all.message->text);
    // expected-remark@+1 {{memory: "fixed".}}
    vt_probe_memory(session_of_all.message->inner);
}

void a_line(void) {
    char *line = NULL;
    size_t size = 0;
    while (xgetline(&line, &size) > 0)
        // expected-remark@+1 {{memory: fgets.}}
        vt_probe_memory(line);
}

void a_buffer(void) {
    struct buffer *buffer = malloc(sizeof *buffer);
    read_line(buffer);
    // expected-remark@+1 {{memory: fgets.}}
    vt_probe_memory(buffer->bytes);
}

void a_buffer_that_grows(int file) {
    struct buffer buffer = {.file = file};
    read_more(&buffer);
    // expected-remark@+1 {{memory: 0, parameter 0, read.}}
    vt_probe_memory(buffer.bytes);
}

void words_of_a_line(void) {
    char line[128];
    struct command command = {0};
    fgets(line, sizeof line, stdin);
    split(line, &command);
    // expected-remark@+1 {{memory: fgets.}}
    vt_probe_memory(command.words[1]);
    // expected-remark@+1 {{memory: fgets.}}
    vt_probe_memory(command.name);
}

void word_by_word(void) {
    char line[128], *cursor = line, *word;
    fgets(line, sizeof line, stdin);
    while (next_word(&cursor, &word))
        // expected-remark@+1 {{memory: 0, fgets.}}
        vt_probe_memory(word);
}

void behind_a_pointer_in_a_struct(void) {
    struct user user;
    struct session session = {.user = &user};
    fill_user(&session);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(user.secret);
    // expected-remark@+1 {{memory: "fixed".}}
    vt_probe_memory(user.name);
}

void behind_a_pointer_by_way_of_another(void) {
    struct user user;
    struct session session = {.user = &user};
    fill_user_by_way_of_another(&session);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(user.secret);
    // expected-remark@+1 {{memory: "fixed".}}
    vt_probe_memory(user.name);
}

void behind_two_pointers(void) {
    char name[32], other[32] = "other";
    struct user user = {.name = name};
    struct session session = {.user = &user, .name = other};
    fill_name(&session);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(name);
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(other);
}
