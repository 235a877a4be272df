/* A script that is part of the program, and one that is copied from where it was built. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct file {
    const char *path;
    const char *text;
};

static const struct file files[] = {
    {"/usr/sbin/box-watch", "#!/bin/sh\nwhile sleep 60; do /usr/bin/box-report; done\n"},
};

int bad_tool(void) {
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        int out = open(files[i].path, O_WRONLY | O_CREAT | O_TRUNC, 0755);
        if (out < 0)
            return -1;
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
        if (write(out, files[i].text, strlen(files[i].text)) < 0)
            return -1;
        close(out);
    }
    return 0;
}

int good_copy(const char *from) {
    char block[4096];
    ssize_t got;
    int in = open(from, O_RDONLY);
    int out = open("/usr/local/sbin/box-watch", O_WRONLY | O_CREAT | O_TRUNC, 0755);
    while ((got = read(in, block, sizeof block)) > 0)
        if (write(out, block, (size_t)got) != got)
            return -1;
    close(in);
    return close(out);
}

/* What a caller hands over is the caller's. */
int good_given(const char *text, size_t size) {
    int out = open("/etc/profile.d/box.sh", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (out < 0)
        return -1;
    ssize_t written = write(out, text, size);
    close(out);
    return written == (ssize_t)size ? 0 : -1;
}

/* A flash that is cleared before it is written. */
int good_clear(void) {
    static const char blank[] = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff";
    int out = open("/dev/mtd4", O_WRONLY);
    if (out < 0)
        return -1;
    ssize_t written = write(out, blank, sizeof blank);
    close(out);
    return written == sizeof blank ? 0 : -1;
}
