/* Accounts and keys by commands; beside them what only asks, and a folder of the program's own. */
#include <stdio.h>
#include <stdlib.h>

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

int good_question(void) {
    return system("net user pressadmin") || system("grep -q press /etc/passwd > /dev/null");
}

int good_list(const char *name) {
    char command[256];
    snprintf(command, sizeof command, "useradd -r -d /var/lib/press '%s'", name);
    return system("getent passwd > /var/lib/press/users") || system(command);
}
