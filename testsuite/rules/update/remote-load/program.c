/* Which program is run, the peer says; or it chooses among those of the program. */
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct order {
    char *words[8];
};

static int split(char *line, struct order *order) {
    int n = 0;
    for (char *word = strtok(line, " "); word && n < 7; word = strtok(NULL, " "))
        order->words[n++] = word;
    order->words[n] = NULL;
    return n;
}

static void bad_split(int peer) {
    char line[256];
    struct order order;
    ssize_t got = recv(peer, line, sizeof line - 1, 0);
    if (got <= 0)
        return;
    line[got] = 0;
    if (split(line, &order) > 0 && fork() == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
        execvp(order.words[0], order.words);
}

static void bad_whole(int peer) {
    char name[128] = "";
    if (recv(peer, name, sizeof name - 1, 0) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
        execl(name, name, "-q", (char *)NULL);
}

/* The name is looked for in the table, and the table's own is run. */
static void good_chosen(int peer) {
    static const char *const known[] = {"/usr/bin/uptime", "/usr/bin/df"};
    char name[128] = "";
    if (recv(peer, name, sizeof name - 1, 0) <= 0)
        return;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(name, known[i]) == 0)
            execl(known[i], known[i], (char *)NULL);
}

/* One of those that lie in a folder of the server's. */
static void good_script(int peer) {
    char name[128] = "", path[256];
    if (recv(peer, name, sizeof name - 1, 0) <= 0 || strchr(name, '/'))
        return;
    snprintf(path, sizeof path, "/srv/www/cgi-bin/%s", name);
    execl(path, path, (char *)NULL);
}

/* What is received is only what it works on. */
static void good_input(int peer) {
    char name[128] = "";
    if (recv(peer, name, sizeof name - 1, 0) > 0)
        execl("/usr/bin/wc", "wc", "-l", "--", name, (char *)NULL);
}

int main(void) {
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    listen(listener, 1);
    int peer = accept(listener, NULL, NULL);
    bad_split(peer);
    bad_whole(peer);
    good_chosen(peer);
    good_script(peer);
    good_input(peer);
    return 0;
}
