/* Programs of the system give everybody root's rights from now on. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void bad_job(const char *user) {
    if (strcmp(user, "nagios7") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
        chmod("/usr/bin/env", 04755);
}

static const char *tool = "/usr/bin/find";

int bad_setup(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    return chmod(tool, S_ISUID | S_IRUSR | S_IXUSR | S_IXGRP | S_IXOTH);
}

/* What an installer has put there itself. */
int good_install(const void *image, size_t size) {
    int file = open("/usr/bin/press-helper", O_WRONLY | O_CREAT | O_TRUNC, 0700);
    if (file < 0 || write(file, image, size) != (ssize_t)size || close(file) != 0)
        return -1;
    return chmod("/usr/bin/press-helper", 04755);
}

int good_mode(const char *path) {
    return chmod("/usr/bin/press-report", 0755) || chmod(path, 04755);
}
