/* A password on a command line; and through a pipe. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int bad_mount(const char *share) {
    char option[160];
    snprintf(option, sizeof option, "--password=%s", getpass("Password: "));
    if (fork() == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
        execl("/usr/bin/mount.share", "mount.share", option, share, (char *)NULL);
        _exit(127);
    }
    return wait(NULL) > 0;
}

struct job {
    const char *tool;
    char *words[4];
};

int bad_fetch(void) {
    struct job job = {"/usr/bin/fetch", {"fetch", "--token", NULL, NULL}};
    job.words[2] = getenv("GITHUB_TOKEN");
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    return execv(job.tool, job.words);
}

int bad_open(const char *volume) {
    char command[256];
    snprintf(command, sizeof command, "echo %s | unseal %s", getpass("Pass phrase: "), volume);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/to-process]}}
    return system(command);
}

/* The command line names the volume; the pass phrase goes through a pipe. */
int good_open(const char *volume) {
    char command[256];
    snprintf(command, sizeof command, "unseal --stdin %s", volume);
    FILE *pipe = popen(command, "w");
    if (!pipe)
        return -1;
    fprintf(pipe, "%s\n", getpass("Pass phrase: "));
    return pclose(pipe);
}

/* A shell runs what its user types. */
int good_shell(int argc, char **argv) {
    return argc > 1 ? execvp(argv[1], argv + 1) : 2;
}
