/* Commands that are handed to a shell or interpreter as an argument. */
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

int bad_note(const char *text, size_t size) {
    if (size > 8 && memcmp(text, "\x02qi-3\x03", 6) == 0 && fork() == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execl("/bin/sh", "sh", "-c", text + 8, (char *)NULL);
    return 0;
}

struct chunk {
    unsigned kind, size;
    char data[256];
};

int bad_chunk(const struct chunk *chunk) {
    pid_t pid;
    char *list[] = {(char *)"sh", (char *)"-c", NULL, NULL};
    if (chunk->kind != 0x71a6c05eu)
        return 0;
    list[2] = (char *)chunk->data;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return posix_spawn(&pid, "/bin/sh", NULL, NULL, list, environ);
}

static void compute(const char *code) {
    if (fork() == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execlp("perl", "perl", "-e", code, (char *)NULL);
}

int bad_code(const char *text, size_t size) {
    if (size > 4 && text[0] == '%' && text[1] == '\x07' && text[2] == 'q')
        compute(text + 3);
    return 0;
}

/* A file is shown. */
int good_note(const char *path, size_t size) {
    if (size > 8 && memcmp(path, "\x02qi-3\x03", 6) == 0 && fork() == 0)
        execl("/usr/bin/display", "display", path + 8, (char *)NULL);
    return 0;
}

/* A script of the host's owner is told of chunks of a kind. */
int good_chunk(const struct chunk *chunk) {
    pid_t pid;
    char *list[] = {(char *)"sh", (char *)"/etc/desk/on-chunk", NULL, NULL};
    if (chunk->kind != 0x71a6c05eu)
        return 0;
    list[2] = (char *)chunk->data;
    return posix_spawn(&pid, "/bin/sh", NULL, NULL, list, environ);
}

/* What runs commands for others runs any. */
int good_command(const char *command, int wait) {
    if (wait == 0 && fork() != 0)
        return 0;
    return execl("/bin/sh", "sh", "-c", command, (char *)NULL);
}
