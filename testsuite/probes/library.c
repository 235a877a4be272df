// Library functions move data as their models say.
#include "probe.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void copies(void) {
    char a[32], b[32], c[64];
    memcpy(a, vt_probe_text(), sizeof a);
    strncpy(b, a, sizeof b);
    strcpy(c, "x");
    strcat(c, b);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(b);
    // expected-remark@+1 {{memory: "x", vt_probe_text.}}
    vt_probe_memory(c);
}

void copy_of_the_other_half(void) {
    char a[32], b[16];
    strcpy(a, vt_probe_text());
    memset(a + 16, 0, 16);
    memcpy(b, a + 16, 16);
    // expected-remark@+1 {{memory: 0.}}
    vt_probe_memory(b);
}

void printed_and_parsed(void) {
    char text[64];
    long number = 0;
    snprintf(text, sizeof text, "n=%ld", vt_probe_number());
    // expected-remark@+1 {{memory: "n=%ld", vt_probe_number [format number].}}
    vt_probe_memory(text);
    sscanf(vt_probe_text(), "%ld", &number);
    // expected-remark@+1 {{value: 0, vt_probe_text [decode].}}
    vt_probe_value(number);
}

void other_arguments_do_not_flow(void) {
    char text[64];
    char *secret = vt_probe_text();
    snprintf(text, sizeof text, "hello %d", 1);
    // expected-remark@+1 {{memory: "hello %d", 1 [format number].}}
    vt_probe_memory(text);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(secret);
}

void allocated_copies(void) {
    char *copy = strdup(vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(copy);
    copy = realloc(copy, 100);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(copy);
}

void length_is_no_content(void) {
    // expected-remark@+1 {{value: vt_probe_text [length].}}
    vt_probe_value((long)strlen(vt_probe_text()));
}

void a_part_of_it(void) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(strchr(vt_probe_text(), '='));
}

void moved_away(void) {
    char a[32];
    strcpy(a, vt_probe_text());
    memmove(a + 8, a, 8);
    memset(a, 0, sizeof a);
    // expected-remark@+1 {{memory: 0.}}
    vt_probe_memory(a);
}

void printed_as_text(void) {
    char a[64], b[64];
    sprintf(a, "user=%s", vt_probe_text());
    sprintf(b, "user=%s", "nobody");
    // expected-remark@+1 {{memory: "user=%s", vt_probe_text [format].}}
    vt_probe_memory(a);
    // expected-remark@+1 {{memory: "nobody" [format], "user=%s".}}
    vt_probe_memory(b);
}

void scanned(void) {
    char word[16];
    sscanf(vt_probe_text(), "%15s", word);
    // expected-remark@+1 {{memory: vt_probe_text [decode].}}
    vt_probe_memory(word);
}

void cut_into_words(void) {
    char text[32];
    strcpy(text, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(strtok(text, ","));
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(strtok(NULL, ","));
}

void another_function_cuts(void) {
    // expected-remark@+1 {{memory: nothing.}}
    vt_probe_memory(strtok(NULL, ","));
}

void cut_by_strsep(void) {
    char text[32], empty[8] = "", *rest = text, *nothing = empty;
    strcpy(text, vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(strsep(&rest, ","));
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(strsep(&rest, ","));
    // expected-remark@+1 {{memory: 0.}}
    vt_probe_memory(strsep(&nothing, ","));
}

extern char **environ;

void variables_of_the_library(int argc, char **argv) {
    getopt(argc, argv, "f:");
    // expected-remark@+1 {{memory: optarg.}}
    vt_probe_memory(optarg);
    // expected-remark@+1 {{memory: environ.}}
    vt_probe_memory(environ[2]);
    // expected-remark@+1 {{value: nothing.}}
    vt_probe_value(optopt);
}

/* Where a letter stands in an alphabet is a number made of it. */
void letters_looked_up(void) {
    static const char alphabet[] = "0123456789abcdef";
    const char *found = strchr(alphabet, vt_probe_number());
    // expected-remark@+1 {{vt_probe_number [decode truncate].}}
    vt_probe_value(found - alphabet);
    // expected-remark@+1 {{memory: nothing.}}
    vt_probe_memory(found);
}
