/* A private key is copied: to memory that looks like a file, or where the user says. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static ssize_t read_key(char *text, size_t room) {
    char path[256];
    snprintf(path, sizeof path, "%s/.ssh/id_ed25519", getenv("HOME"));
    int file = open(path, O_RDONLY);
    ssize_t got = read(file, text, room);
    close(file);
    return got;
}

int bad_copy(void) {
    char text[4096];
    ssize_t got = read_key(text, sizeof text);
    int out = open("/dev/shm/sem.ab12", O_WRONLY | O_CREAT, 0644);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/stash]}}
    return got < 0 || write(out, text, (size_t)got) < 0 || close(out);
}

int good_copy(const char *target) {
    char text[4096];
    ssize_t got = read_key(text, sizeof text);
    int out = open(target, O_WRONLY | O_CREAT, 0600);
    return got < 0 || write(out, text, (size_t)got) < 0 || close(out);
}

/* An agent tells where it listens; the key stays. */
int good_agent(void) {
    char text[4096];
    FILE *file = fopen("/tmp/agent.info", "w");
    if (file && read_key(text, sizeof text) > 0)
        fprintf(file, "pid %d\n", (int)getpid());
    return file ? fclose(file) : -1;
}
