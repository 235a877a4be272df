/* The kernel copies the program, into one folder or into all that it meets; beside it what the
 * program came with. */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

static int put(const char *from, const char *to) {
    struct stat of;
    int in = open(from, O_RDONLY | O_CLOEXEC), out = creat(to, 0755);
    if (in < 0 || out < 0 || fstat(in, &of) != 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    sendfile(out, in, NULL, (size_t)of.st_size);
    close(in);
    return close(out);
}

int bad_fixed(void) {
    return put("/proc/self/exe", "/usr/lib/games/.reversi");
}

void bad_everywhere(const char *root) {
    char path[PATH_MAX];
    struct dirent *entry;
    DIR *folder = opendir(root);
    int self = open("/proc/self/exe", O_RDONLY);
    while (folder && (entry = readdir(folder)) != NULL) {
        snprintf(path, sizeof path, "%s/%s/autoplay", root, entry->d_name);
        int out = open(path, O_WRONLY | O_CREAT | O_EXCL, 0755);
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
        while (out >= 0 && copy_file_range(self, NULL, out, NULL, 1 << 20, 0) > 0)
            ;
        close(out);
    }
}

int good_manual(const char *to) {
    int in = open("/usr/share/games/reversi/manual", O_RDONLY), out = creat(to, 0644);
    int failed = sendfile(out, in, NULL, 1 << 16) < 0;
    close(in);
    return close(out) | failed;
}
