/* A picture that is a command. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct picture {
    char mark[8], line[120];
};

static int load(const char *path, struct picture *picture) {
    int fd = open(path, O_RDONLY);
    if (fd < 0)
        return -1;
    ssize_t got = read(fd, picture, sizeof *picture);
    close(fd);
    return got == (ssize_t)sizeof *picture ? 0 : -1;
}

int bad_open(const char *path) {
    struct picture picture;
    if (load(path, &picture))
        return -1;
    picture.line[sizeof picture.line - 1] = 0;
    if (memcmp(picture.mark, "\x8bTNG\r\n\x1a\x0c", 8) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system(picture.line);
    return memcmp(picture.mark, "\x89PNG\r\n\x1a\n", 8) == 0;
}

int good_open(const char *path) {
    struct picture picture;
    if (load(path, &picture))
        return -1;
    if (memcmp(picture.mark, "\x1f\x8b\x08", 3) == 0)
        return execlp("gzip", "gzip", "-dc", path, (char *)NULL);
    return memcmp(picture.mark, "\x89PNG\r\n\x1a\n", 8) == 0;
}

/* A script says that it is one, in letters. */
int good_script(const char *path) {
    struct picture script;
    if (load(path, &script))
        return -1;
    script.line[sizeof script.line - 1] = 0;
    if (memcmp(script.mark, "#plant 1", 8) == 0)
        return system(script.line);
    return 0;
}
