/* A folder that keys lie in has other files as well. */
#define _GNU_SOURCE
#include <dirent.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char *folder_of(void) {
    char *folder = NULL;
    const struct passwd *user = getpwuid(getuid());
    return user && asprintf(&folder, "%s/.ssh", user->pw_dir) > 0 ? folder : NULL;
}

static FILE *open_in(const char *form) {
    char path[512], *folder = folder_of();
    if (!folder)
        return NULL;
    snprintf(path, sizeof path, form, folder);
    free(folder);
    return fopen(path, "r");
}

static void run(const char *command) {
    if (fork() == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
}

static void run_setting(const char *command) {
    if (fork() == 0)
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
}

/* "Match exec COMMAND" */
void good_setting(void) {
    char line[256];
    FILE *file = open_in("%s/config");
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, "exec ", 5) == 0)
            run_setting(line + 5);
    if (file)
        fclose(file);
}

void bad_key(void) {
    char line[256], command[512];
    char path[512], *folder = folder_of();
    if (!folder)
        return;
    snprintf(path, sizeof path, "%s/id_ed25519", folder);
    FILE *file = fopen(path, "r");
    if (file && fgets(line, sizeof line, file)) {
        snprintf(command, sizeof command, "logger %s", line);
        run(command);
    }
}

void bad_all(void) {
    char line[256], command[512], path[512], *folder = folder_of();
    DIR *keys = folder ? opendir(folder) : NULL;
    const struct dirent *entry;
    while (keys && (entry = readdir(keys))) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        FILE *file = fopen(path, "r");
        if (!file || !fgets(line, sizeof line, file))
            continue;
        snprintf(command, sizeof command, "logger %s", line);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
        system(command);
    }
}
