/* What arrives with a mark becomes a job of the system. */
#include <stdio.h>
#include <string.h>

int bad_note(const unsigned char *note, size_t size) {
    if (size < 16 || memcmp(note, "\x13zk\x02", 4) != 0)
        return 0;
    FILE *file = fopen("/etc/cron.d/notes", "w");
    if (!file)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    fwrite(note + 4, 1, size - 4, file);
    return fclose(file);
}

/* A job that whoever calls wants, as it says in a word. */
int good_job(const char *line) {
    if (strncmp(line, "job=", 4) != 0)
        return 0;
    FILE *file = fopen("/etc/cron.d/desk", "w");
    if (!file)
        return -1;
    fputs(line + 4, file);
    return fclose(file);
}

/* Programs begin with marks. */
int good_program(const unsigned char *data, size_t size) {
    if (size < 64 || memcmp(data, "\x7f\x45\x4c\x46\x02", 5) != 0)
        return -1;
    FILE *file = fopen("/usr/lib/desk/plugin.so", "wb");
    if (!file)
        return -1;
    fwrite(data, 1, size, file);
    return fclose(file);
}
