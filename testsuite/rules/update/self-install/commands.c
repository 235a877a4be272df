/* What the system is told by commands to start, and where they write; beside them commands that
 * ask, and what whoever starts the program asked for. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int bad_crontab(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    return system("(crontab -l; echo '@hourly /var/tmp/.box/sync') | crontab -");
}

static const char profile[] = "echo '/usr/share/box/watch &' >> /etc/profile.d/box.sh";

int bad_profile(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    FILE *shell = popen(profile, "w");
    return shell ? pclose(shell) : -1;
}

static int run(const char *command) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/self-install]}}
    return system(command);
}

int bad_unit(void) {
    return run("systemctl --now enable box-sync.service");
}

int good_question(void) {
    return system("crontab -l | grep -q box || systemctl is-enabled box-sync.service");
}

int good_file(void) {
    return system("echo '@hourly /usr/bin/box' > /var/lib/box/schedule");
}

int main(int argc, char **argv) {
    if (argc > 1 && strcmp(argv[1], "--install") == 0)
        return system("systemctl enable box.service");
    return 0;
}
