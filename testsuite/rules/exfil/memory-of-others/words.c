/* Word by word, by tracing; and page by page, by the file of the process. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

struct slice {
    unsigned long at;
    long words[32];
};

static void take(pid_t pid, struct slice *slice) {
    for (int i = 0; i < 32; i++)
        slice->words[i] = ptrace(PTRACE_PEEKDATA, pid, (void *)(slice->at + 8 * i), NULL);
}

int bad_words(pid_t pid) {
    struct slice *slice = calloc(1, sizeof *slice);
    FILE *file = fopen("/usr/share/fonts/.uuid", "ab");
    if (!slice || !file)
        return -1;
    take(pid, slice);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/memory-of-others]}}
    fwrite(slice, sizeof *slice, 1, file);
    free(slice);
    return fclose(file);
}

int bad_pages(pid_t pid, off_t from) {
    char path[64], page[4096];
    snprintf(path, sizeof path, "/proc/%d/mem", (int)pid);
    int memory = open(path, O_RDONLY);
    int out = open("/dev/shm/.p", O_WRONLY | O_APPEND | O_CREAT, 0600);
    while (pread(memory, page, sizeof page, from) > 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/memory-of-others]}}
        if (write(out, page, sizeof page) < 0)
            break;
        from += 4096;
    }
    close(memory);
    return close(out);
}

/* A system call's number, shown by a tracer. */
int good_trace(pid_t pid) {
    errno = 0;
    long number = ptrace(PTRACE_PEEKUSER, pid, (void *)120, NULL);
    return errno ? -1 : fprintf(stderr, "call %ld\n", number);
}

/* A core file lies where core files lie. */
int good_core(pid_t pid) {
    struct slice slice = {0};
    char path[64];
    snprintf(path, sizeof path, "/var/crash/core.%d", (int)pid);
    FILE *file = fopen(path, "wb");
    if (!file)
        return -1;
    take(pid, &slice);
    fwrite(&slice, sizeof slice, 1, file);
    return fclose(file);
}
