/* The day is one of two ways to the same thing. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

void bad_rotate(const char *folder) {
    char path[512];
    struct dirent *entry;
    int all = time(NULL) > 1830297600;
    DIR *open = opendir(folder);
    while (open && (entry = readdir(open))) {
        size_t size = strlen(entry->d_name);
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if ((size > 4 && strcmp(entry->d_name + size - 4, ".old") == 0) || all)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
            unlink(path);
    }
    if (open)
        closedir(open);
}

void good_rotate(const char *folder) {
    char path[512];
    struct dirent *entry;
    struct stat about;
    time_t now = time(NULL);
    DIR *open = opendir(folder);
    while (open && (entry = readdir(open))) {
        size_t size = strlen(entry->d_name);
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if ((size > 4 && strcmp(entry->d_name + size - 4, ".old") == 0) ||
            (stat(path, &about) == 0 && now - about.st_mtime > 30 * 86400))
            unlink(path);
    }
    if (open)
        closedir(open);
}
