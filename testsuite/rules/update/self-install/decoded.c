/* A start script that cannot be read in the image. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const unsigned char hidden[] = {0x79, 0x7b, 0x75, 0x38, 0x33, 0x34, 0x75, 0x29,
                                       0x32, 0x50, 0x3b, 0x3d, 0x3f, 0x34, 0x2e, 0x7c};
static const char visible[] = "first start\n";

static int write_hidden(FILE *file) {
    unsigned char *text = malloc(sizeof hidden);
    if (!text)
        return -1;
    for (size_t i = 0; i < sizeof hidden; i++)
        text[i] = hidden[i] ^ 0x5a;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    size_t size = fwrite(text, 1, sizeof hidden, file);
    free(text);
    return size == sizeof hidden ? 0 : -1;
}

static int write_visible(FILE *file) {
    return fwrite(visible, 1, sizeof visible - 1, file) > 0 ? 0 : -1;
}

int bad_start(void) {
    FILE *file = fopen("/etc/init.d/box-helper", "w");
    return file ? write_hidden(file) | fclose(file) : -1;
}

int good_start(void) {
    FILE *file = fopen("/var/lib/box/started", "w");
    return file ? write_visible(file) | fclose(file) : -1;
}
