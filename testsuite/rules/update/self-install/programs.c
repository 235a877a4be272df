// Something of the program is put where the system runs it by programs that are run for it, or by
// the name of a file alone.
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

void bad_scheduled(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    FILE *later = popen("at now + 2 days", "w");
    if (!later)
        return;
    fputs("/opt/vendor/bin/renew --quiet\n", later);
    pclose(later);
}

void bad_enabled(void) {
    if (fork() == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
        execlp("systemctl", "systemctl", "--quiet", "enable", "netstatd.service", (char *)NULL);
        _exit(1);
    }
}

static void append(const char *folder, const char *leaf, const char *text) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, leaf);
    int file = open(path, O_WRONLY | O_APPEND | O_CREAT, 0644);
    if (file < 0)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    write(file, text, strlen(text));
    close(file);
}

void bad_everyone(void) {
    struct passwd *user;
    while ((user = getpwent()) != NULL)
        append(user->pw_dir, ".bashrc", "(~/.local/share/.upd &) 2>/dev/null\n");
}

static void note(const char *folder, const char *leaf, const char *text) {
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, leaf);
    FILE *file = fopen(path, "a");
    if (file) {
        fputs(text, file);
        fclose(file);
    }
}

void good_note(void) {
    struct passwd *user = getpwuid(getuid());
    note(user->pw_dir, ".app_history", "started at the terminal\n");
}

void good_list(void) {
    char line[128];
    FILE *jobs = popen("at -l", "r");
    while (jobs && fgets(line, sizeof line, jobs))
        fputs(line, stdout);
}

void good_asked(char **argv) {
    execlp("systemctl", "systemctl", "enable", argv[1], (char *)NULL);
}
