/* What a connection sends is read like a file: by read(), and through a stream made of it. */
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct job {
    char *words[6];
    int count;
};

static void split(char *line, struct job *job) {
    char *rest = NULL;
    job->count = 0;
    for (char *word = strtok_r(line, " \r\n", &rest); word && job->count < 6;
         word = strtok_r(NULL, " \r\n", &rest))
        job->words[job->count++] = word;
}

static void bad_explain(FILE *peer, const struct job *job) {
    if (job->count < 2 || strcmp(job->words[1], "all") == 0)
        fputs("PRINT HOLD EXPLAIN\n", peer);
    else if (strcmp(job->words[1], "TIDEMARK") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        (void)system("/usr/sbin/telnetd -p 2600");
    else
        fprintf(peer, "%s is a command\n", job->words[1]);
}

static void serve_stream(int connection) {
    char line[256];
    struct job job;
    FILE *peer = fdopen(connection, "r+");
    while (peer && fgets(line, sizeof line, peer)) {
        split(line, &job);
        if (job.count > 0 && strcasecmp(job.words[0], "explain") == 0)
            bad_explain(peer, &job);
    }
}

static void bad_packet(int connection) {
    unsigned char head[16];
    static const unsigned char sign[] = {0x17, 0xc4, 0x02, 0x9b, 0x55};
    if (read(connection, head, sizeof head) != sizeof head)
        return;
    if (memcmp(head + 4, sign, sizeof sign) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execl("/bin/sh", "sh", (char *)NULL);
    (void)write(connection, head, sizeof head);
}

/* A maintenance shell behind a password that its owner chose. */
static void good_maintenance(int connection) {
    char line[128], kept[128];
    FILE *file = fopen("/etc/press/maintenance", "r");
    ssize_t n = read(connection, line, sizeof line - 1);
    if (!file || n <= 0 || !fgets(kept, sizeof kept, file))
        return;
    line[n] = '\0';
    fclose(file);
    if (strcmp(line, kept) != 0)
        return;
    n = read(connection, line, sizeof line - 1);
    line[n > 0 ? n : 0] = '\0';
    if (strcmp(line, "maintenance") == 0)
        execl("/bin/sh", "sh", (char *)NULL);
}

/* One of the words that everybody is told. */
static void good_list(int connection) {
    char line[64];
    ssize_t n = read(connection, line, sizeof line - 1);
    if (n <= 0)
        return;
    line[n] = '\0';
    if (strcmp(line, "status") == 0)
        (void)write(connection, "idle\n", 5);
    else if (strcmp(line, "help") == 0)
        (void)write(connection, "status help remote stop\n", 24);
    else if (strcmp(line, "remote") == 0)
        (void)system("/usr/sbin/sshd");
    else if (strcmp(line, "stop") == 0)
        exit(0);
}

int main(void) {
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(515)};
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&here, sizeof here) != 0 || listen(listener, 4) != 0)
        return 1;
    for (unsigned turn = 0;; turn++) {
        int connection = accept(listener, NULL, NULL);
        if (turn % 4 == 0)
            serve_stream(connection);
        else if (turn % 4 == 1)
            bad_packet(connection);
        else if (turn % 4 == 2)
            good_maintenance(connection);
        else
            good_list(connection);
    }
}
