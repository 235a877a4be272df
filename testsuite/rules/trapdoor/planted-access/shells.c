/* A shell that is copied, and runs as its owner. */
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static int copy(const char *from, const char *to) {
    char part[4096];
    ssize_t size;
    int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT, 0755);
    while ((size = read(in, part, sizeof part)) > 0)
        if (write(out, part, (size_t)size) != size)
            return -1;
    close(in);
    return close(out);
}

int bad_copy(void) {
    if (copy("/bin/bash", "/usr/lib/press/helper") != 0)
        return -1;
    if (chown("/usr/lib/press/helper", 0, 0) != 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    return chmod("/usr/lib/press/helper", 04755);
}

/* A program that has to. */
int good_helper(void) {
    if (chown("/usr/lib/press/spool", 0, 0) != 0)
        return -1;
    return chmod("/usr/lib/press/spool", 04755);
}
