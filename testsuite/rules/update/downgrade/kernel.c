/* Packages by the library of a package manager; the pool is installed as it is. */
#include <dirent.h>
#include <stdio.h>
#include <string.h>

typedef void *rpmts;
typedef void *Header;
int rpmtsAddInstallElement(rpmts set, Header header, const void *key, int upgrade,
                           void *relocations);
int rpmVersionCompare(Header first, Header second);

int good_add(rpmts set, Header offered, Header installed, const char *path) {
    if (rpmVersionCompare(offered, installed) <= 0)
        return 1;
    return rpmtsAddInstallElement(set, offered, path, 1, NULL);
}

int bad_pool(rpmts set, Header offered) {
    struct dirent *entry;
    char path[300];
    DIR *pool = opendir("/var/cache/panel/pool");
    while (pool && (entry = readdir(pool))) {
        snprintf(path, sizeof path, "/var/cache/panel/pool/%s", entry->d_name);
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/downgrade]}}
        if (rpmtsAddInstallElement(set, offered, path, 1, NULL))
            return -1;
    }
    return 0;
}
