/* A script is received and run by its name; a log is received and compressed. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

static int collect(int in, const char *path) {
    char block[1024];
    ssize_t got;
    FILE *file = fopen(path, "w");
    if (!file)
        return -1;
    while ((got = recv(in, block, sizeof block, 0)) > 0)
        fwrite(block, 1, (size_t)got, file);
    return fclose(file);
}

int bad_script(int in) {
    if (collect(in, "/tmp/box-task"))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return system("sh -x /tmp/box-task >/dev/null 2>&1");
}

int bad_named(int in, const char *path) {
    char line[256];
    if (collect(in, path))
        return -1;
    snprintf(line, sizeof line, "chmod +x %s; %s --once", path, path);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return system(line);
}

int good_log(int in) {
    if (collect(in, "/tmp/box-log"))
        return -1;
    return system("gzip -9 /tmp/box-log");
}

int good_list(int in, const char *path) {
    char line[256];
    if (collect(in, path))
        return -1;
    snprintf(line, sizeof line, "sort -u %s | wc -l", path);
    return system(line);
}
