/* Another program fetches the text that becomes a command. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

int bad_line(void) {
    char line[512];
    FILE *page = popen("curl -s https://jobs.vendor.example/next", "r");
    if (!page || !fgets(line, sizeof line, page))
        return -1;
    pclose(page);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(line);
}

static FILE *ask(const char *host, const char *what) {
    char command[256];
    snprintf(command, sizeof command, "wget -qO- http://%s/%s", host, what);
    return popen(command, "r");
}

int bad_field(const char *host) {
    char line[512], *job = NULL;
    FILE *page = ask(host, "status");
    while (page && fgets(line, sizeof line, page))
        if (strncmp(line, "job=", 4) == 0)
            job = line + 4;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return job ? system(job) : 0;
}

int bad_child(void) {
    int ends[2];
    char text[1024];
    if (pipe(ends))
        return -1;
    if (fork() == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        execlp("curl", "curl", "-s", "https://jobs.vendor.example/tasks", (char *)NULL);
        _exit(1);
    }
    close(ends[1]);
    ssize_t size = read(ends[0], text, sizeof text - 1);
    wait(NULL);
    if (size <= 0)
        return -1;
    text[size] = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    return system(text);
}

/* What was fetched chooses among commands that the program knows. */
int good_choice(void) {
    char line[512];
    FILE *page = popen("curl -s https://jobs.vendor.example/next", "r");
    if (!page || !fgets(line, sizeof line, page))
        return -1;
    pclose(page);
    return strncmp(line, "rotate", 6) == 0 ? system("/usr/bin/box-rotate") : 0;
}

/* A program of the host prints it. */
int good_host(void) {
    char line[512];
    FILE *page = popen("/usr/libexec/box/plan --next", "r");
    if (!page || !fgets(line, sizeof line, page))
        return -1;
    pclose(page);
    return system(line);
}

int good_child(void) {
    int ends[2];
    char text[1024];
    if (pipe(ends))
        return -1;
    if (fork() == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        execl("/usr/libexec/box/plan", "plan", "--all", (char *)NULL);
        _exit(1);
    }
    close(ends[1]);
    ssize_t size = read(ends[0], text, sizeof text - 1);
    wait(NULL);
    if (size <= 0)
        return -1;
    text[size] = 0;
    return system(text);
}
