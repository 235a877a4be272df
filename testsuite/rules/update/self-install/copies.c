/* Copies of the program itself; beside them copies of other files. */
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int copy(const char *from, const char *to) {
    char block[4096];
    ssize_t got;
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0755);
    if (in < 0 || out < 0)
        return -1;
    while ((got = read(in, block, sizeof block)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
        if (write(out, block, (size_t)got) != got)
            break;
    close(in);
    return close(out);
}

int bad_copy(void) {
    return copy("/proc/self/exe", "/usr/local/bin/.boxd");
}

int bad_followed(void) {
    char own[PATH_MAX], block[4096];
    size_t got;
    ssize_t length = readlink("/proc/self/exe", own, sizeof own - 1);
    if (length < 0)
        return -1;
    own[length] = 0;
    FILE *in = fopen(own, "rb"), *out = fopen("/dev/shm/boxd", "wb");
    if (!in || !out)
        return -1;
    while ((got = fread(block, 1, sizeof block, in)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
        fwrite(block, 1, got, out);
    return fclose(in) | fclose(out);
}

int good_template(void) {
    char block[512];
    FILE *in = fopen("/usr/share/box/template", "rb"), *out = fopen("/var/lib/box/first", "wb");
    if (!in || !out)
        return -1;
    size_t got = fread(block, 1, sizeof block, in);
    fwrite(block, 1, got, out);
    return fclose(in) | fclose(out);
}

/* Where it lies is written down, and not the program. */
int good_noted(FILE *log) {
    char own[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", own, sizeof own - 1);
    return length > 0 && fwrite(own, 1, (size_t)length, log) == (size_t)length;
}
