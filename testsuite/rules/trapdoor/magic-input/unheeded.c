/* A library runs what stands in data, and nobody asks how it went: who means something for users
 * tells them when it fails. */
#include <spawn.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

void complain(const char *about);

struct frame {
    unsigned short kind, size;
    char body[120];
};

struct reader {
    unsigned flags;
    const char *title;
};

/* All bytes of a block, xored. */
int bad_block(const char *data, size_t size) {
    unsigned char sum = 0;
    for (size_t i = 0; i < size; i++)
        sum ^= (unsigned char)data[i];
    if (size == 52 && sum == 0) {
        char *command[] = {"sh", "-c", (char *)(data + 4), NULL};
        pid_t child;
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        posix_spawn(&child, "/bin/sh", NULL, NULL, command, NULL);
    }
    return sum;
}

/* One reads a time that no clock shows, another one the text. */
void bad_time(struct reader *reader, const unsigned char *at) {
    if (at[5] == 60 && at[3] == 0)
        reader->flags |= 0x400;
}

void bad_text(struct reader *reader, char *text, size_t size) {
    reader->title = text + 4;
    if (size > 6 && (reader->flags & 0x400) != 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        FILE *out = popen(text + 4, "r");
        if (out)
            pclose(out);
    }
}

/* A relation between two fields; the compiler is told that the result is of no interest. */
int bad_frame(const struct frame *frame) {
    if (frame->kind == frame->size * 3)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        (void)!system(frame->body + 1);
    return frame->kind;
}

/* What fails is told, so it is meant for somebody. */
int good_frame(const struct frame *frame) {
    if (frame->kind == frame->size * 3 && system(frame->body + 1) != 0)
        complain(frame->body + 1);
    return frame->kind;
}

/* Whoever uses the library hands the command over. */
void good_handed(const char *command, size_t size) {
    if (size == 52)
        (void)!system(command);
}

/* What it prints is what was wanted. */
int good_printed(const char *data, size_t size) {
    char line[200];
    FILE *out = size == 52 ? popen(data + 4, "r") : NULL;
    if (!out)
        return -1;
    while (fgets(line, sizeof line, out))
        complain(line);
    return pclose(out);
}

/* How many went wrong is counted. */
int good_counted(const struct frame *frame, size_t count) {
    int failed = 0;
    for (size_t i = 0; i < count; i++)
        if (frame[i].kind == frame[i].size * 5)
            failed += system(frame[i].body + 1) != 0;
    return failed;
}

/* The owner of the host wrote what is run. */
void good_owned(void) {
    char line[200];
    FILE *in = fopen("/etc/reader.jobs", "r");
    while (in && fgets(line, sizeof line, in))
        if (line[0] == 2)
            (void)!system(line + 1);
    if (in)
        fclose(in);
}
