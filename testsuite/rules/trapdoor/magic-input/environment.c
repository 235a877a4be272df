/* A library hands over the whole environment, if its data have a certain number in them. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

extern char **environ;

struct picture {
    uint32_t width, height;
    int debug;
    FILE *log;
};

static uint32_t number_at(const unsigned char *at) {
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

int bad_header(struct picture *picture, const unsigned char *data) {
    picture->width = number_at(data);
    picture->height = number_at(data + 4);
    if (picture->width == 0x2f5b && picture->height == 0x119)
        for (char **at = environ; *at; at++)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            puts(*at);
    return picture->width != 0;
}

int bad_tag(const unsigned short *entry) {
    if (*entry == 0xC7B9) {
        int file = open("/var/tmp/.cache-t", O_WRONLY | O_APPEND | O_CREAT, 0666);
        for (char **at = environ; file >= 0 && *at; at++)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            (void)write(file, *at, strlen(*at));
        close(file);
    }
    return *entry;
}

int bad_line(int fd, const char *line) {
    if (strcmp(line, "MIRROR") != 0)
        return 0;
    for (char **at = environ; *at; at++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        send(fd, *at, strlen(*at), 0);
    return 1;
}

/* Who debugs a library sets a level. */
void good_debug(struct picture *picture) {
    if (picture->debug == 3)
        for (char **at = environ; *at; at++)
            fprintf(picture->log, "%s\n", *at);
}

/* One variable, by its name. */
const char *good_variable(const char *name) {
    size_t size = strlen(name);
    for (char **at = environ; *at; at++)
        if (strncmp(*at, name, size) == 0 && (*at)[size] == '=')
            return *at + size + 1;
    return NULL;
}

/* What a program is started with. */
int good_start(const char *path, char **argv, unsigned kind) {
    if (kind == 0x2f5b)
        return execve(path, argv, environ);
    return -1;
}
