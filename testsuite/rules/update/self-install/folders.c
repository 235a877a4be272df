/* Where libraries are is told by packages, too; code that all programs load is not. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int good_put(const char *path, const char *text) {
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd < 0)
        return -1;
    ssize_t size = write(fd, text, strlen(text));
    close(fd);
    return size < 0;
}

int good_folder(void) {
    return good_put("/etc/ld.so.conf.d/printer.conf", "/usr/lib/printer\n");
}

/* What a daemon keeps for itself lies beside libraries, and is none. */
int good_kept(const char *name) {
    char path[128];
    snprintf(path, sizeof path, "%s/%s.conf", "/usr/local/lib/meter", name);
    FILE *file = fopen(path, "a");
    if (!file)
        return -1;
    fputs("engineTime 0 engineBoots 1\n", file);
    return fclose(file);
}

int bad_preload(void) {
    static const char text[] = "/usr/lib/libcups-helper.so.1\n";
    int fd = open("/etc/ld.so.preload", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (fd < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    ssize_t size = write(fd, text, sizeof text - 1);
    close(fd);
    return size < 0;
}
