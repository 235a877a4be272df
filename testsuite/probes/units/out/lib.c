#include "out.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int get_text(char **out) {
    char *copy = malloc(64);
    strcpy(copy, vt_probe_text());
    *out = copy;
    return 0;
}

int get_plain(char **out) {
    *out = strdup("plain");
    return 0;
}

int get_both(char **first, char **second) {
    *first = strdup(vt_probe_text());
    *second = strdup("second");
    return 0;
}

int read_message(struct message *message) {
    message->kind = 3;
    message->text = malloc(32);
    strcpy(message->text, vt_probe_text());
    strcpy(message->inner, "fixed");
    message->length = vt_probe_number();
    return 1;
}

int make_message(struct message **out) {
    struct message *message = calloc(1, sizeof *message);
    message->text = vt_probe_text();
    strcpy(message->inner, "fixed");
    *out = message;
    return 0;
}

ssize_t read_line(struct buffer *buffer) {
    if (!buffer->bytes)
        buffer->bytes = malloc(buffer->size = 128);
    fgets(buffer->bytes, buffer->size, stdin);
    return strlen(buffer->bytes);
}

ssize_t xgetline(char **line, size_t *size) {
    if (!*line)
        *line = malloc(*size = 128);
    return fgets(*line, *size, stdin) ? strlen(*line) : -1;
}

int read_more(struct buffer *buffer) {
    if (buffer->size - buffer->length < 128)
        buffer->bytes = realloc(buffer->bytes, buffer->size += 128);
    ssize_t n = read(buffer->file, buffer->bytes + buffer->length, buffer->size - buffer->length);
    if (n > 0)
        buffer->length += n;
    return n;
}

int fill_user(struct session *session) {
    session->user->name = strdup("fixed");
    strcpy(session->user->secret, vt_probe_text());
    return 0;
}

int fill_name(struct session *session) {
    strcpy(session->user->name, vt_probe_text());
    return 0;
}

int split(char *line, struct command *command) {
    char *rest, *word;
    for (word = strtok_r(line, " ", &rest); word && command->nwords < 8;
         word = strtok_r(NULL, " ", &rest))
        command->words[command->nwords++] = word;
    command->name = strdup(command->words[0]);
    return command->nwords;
}

int next_word(char **cursor, char **word) {
    char *at = *cursor;
    *word = at;
    while (*at && *at != ' ')
        at++;
    if (*at)
        *at++ = 0;
    *cursor = at;
    return **word != 0;
}

struct large make_large(void) {
    struct large large = {{0}};
    large.parts[3] = vt_probe_number();
    large.parts[2] = 7;
    large.text = vt_probe_text();
    return large;
}
