/* What arrives is put into a file, and its lines are run later. */
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define JOBS "/var/lib/agentd/jobs"

static size_t keep(char *data, size_t size, size_t n, void *to) {
    return fwrite(data, size, n, to);
}

int refresh(void) {
    FILE *file = fopen(JOBS ".new", "w");
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, "https://jobs.example.org/list");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, file);
    CURLcode result = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    fclose(file);
    return result == CURLE_OK ? rename(JOBS ".new", JOBS) : -1;
}

void bad_schedule(time_t now) {
    char line[512], *rest;
    FILE *file = fopen(JOBS, "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strtol(line, &rest, 10) > now || *rest != ' ')
            continue;
        rest[strcspn(rest, "\n")] = '\0';
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        FILE *output = popen(rest + 1, "r");
        if (output)
            pclose(output);
    }
    if (file)
        fclose(file);
}

static const char *const box = "/run/agentd/box";

void receive(int from) {
    char text[256];
    ssize_t n = recv(from, text, sizeof text, 0);
    FILE *file = fopen(box, "a");
    if (n > 0 && file)
        fwrite(text, 1, (size_t)n, file);
    if (file)
        fclose(file);
}

void bad_tick(void) {
    char line[256];
    FILE *file = fopen(box, "r");
    if (file && fgets(line, sizeof line, file)) {
        char *const arguments[] = {"sh", "-c", line, NULL};
        if (fork() == 0)
            // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
            execv("/bin/sh", arguments);
    }
    unlink(box);
}

/* Lines of a file that only the owner writes are run. */
int good_hooks(void) {
    char line[256];
    int failed = 0;
    FILE *file = fopen("/etc/agentd/hooks", "r");
    while (file && fgets(line, sizeof line, file))
        failed += system(line) != 0;
    if (file)
        fclose(file);
    return failed;
}

/* Of what was fetched, lines choose. */
int good_schedule(void) {
    char line[512];
    int failed = 0;
    FILE *file = fopen(JOBS, "r");
    while (file && fgets(line, sizeof line, file)) {
        if (strcmp(line, "rotate\n") == 0)
            failed += system("logrotate /etc/logrotate.conf") != 0;
        else
            fputs(line, stderr);
    }
    if (file)
        fclose(file);
    return failed;
}
