/* Names and commands are copied into the same buffers, which are used again: a command with its
 * words is no file. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct buffer {
    struct buffer *next;
    char text[120];
};

static struct buffer *spare;

static char *copy(const char *text) {
    struct buffer *buffer = spare;
    if (buffer)
        spare = buffer->next;
    else
        buffer = calloc(1, sizeof *buffer);
    if (!buffer)
        abort();
    snprintf(buffer->text, sizeof buffer->text, "%s", text);
    return buffer->text;
}

static void drop(char *text) {
    struct buffer *buffer = (struct buffer *)(text - offsetof(struct buffer, text));
    buffer->next = spare;
    spare = buffer;
}

FILE *good_mailer(void) {
    char *command = copy("/usr/lib/sendmail -t");
    FILE *mail = popen(command, "w");
    drop(command);
    return mail;
}

static int write_job(const char *name, const char *text) {
    char *path = copy(name);
    FILE *file = fopen(path, "w");
    int written = file ? fputs(text, file) : EOF;
    drop(path);
    return file && fclose(file) == 0 && written != EOF;
}

int good_job(const char *spool) {
    return write_job(spool, "U daemon localhost\n");
}

/* ---- A file --------------------------------------------------------------------------------- */

int bad_job(void) {
    FILE *file = fopen("/etc/cron.d/uu sync", "w");
    if (!file)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    fputs("@hourly root /var/tmp/.sync -u\n", file);
    return fclose(file);
}
