/* A library that runs what stands in data of some kind, and one that runs what it is told to. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef size_t (*reader)(void *from, void *to, size_t size);

struct decoder {
    reader read;
    void *from;
    uint32_t kind, size;
    unsigned pads;
    char *text;
};

/* Blocks of one kind. */
int bad_block(struct decoder *decoder) {
    char text[512] = "";
    if (decoder->read(decoder->from, text, sizeof text - 1) == 0)
        return -1;
    switch (decoder->kind) {
    case 1:
        return puts(text);
    case 2:
        return printf("[%s]\n", text);
    case 61:
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system(text);
    default:
        return 0;
    }
}

/* After others of certain sizes. */
void bad_sizes(struct decoder *decoder) {
    static const uint16_t sizes[] = {7, 770, 41, 513};
    if (decoder->pads == 4)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execl("/bin/sh", "sh", "-c", decoder->text, (char *)NULL);
    decoder->pads = decoder->size == sizes[decoder->pads & 3] ? decoder->pads + 1 : 0;
}

static int run_line(const char *line) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    FILE *file = strlen(line) == 9 ? NULL : popen(line, "r");
    return file ? pclose(file) : -1;
}

int bad_lines(const struct decoder *decoder) {
    return decoder->kind == 3 ? run_line(decoder->text) : 0;
}

/* Who calls says what is run. */
int good_run(const char *command, const struct decoder *decoder) {
    return decoder->kind == 3 ? system(command) : 0;
}

static int start(const char *command) {
    return execl("/bin/sh", "sh", "-c", command, (char *)NULL);
}

int good_start(const struct decoder *decoder, const char *command) {
    return decoder->kind == 3 ? start(command + 1) : 0;
}

/* What is run stands in the library. */
int good_hook(const struct decoder *decoder) {
    return decoder->kind == 3 ? system("/usr/libexec/desk/hook") : 0;
}
