/* A peer says what the programs load that are started; beside it which of some languages they
 * speak, and what the program itself has them load. */
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct order {
    char tune[64], lang[16];
};

static int take(int client, struct order *order) {
    char text[256];
    ssize_t got = recv(client, text, sizeof text - 1, 0);
    if (got <= 0)
        return -1;
    text[got] = 0;
    return sscanf(text, "%63s %15s", order->tune, order->lang) == 2 ? 0 : -1;
}

int bad_named(int client, char *const *words) {
    struct order order;
    char path[128];
    if (take(client, &order) != 0)
        return -1;
    snprintf(path, sizeof path, "/opt/tunes/%s.so", order.tune);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
    setenv("LD_PRELOAD", path, 1);
    return execv("/opt/tunes/play", words);
}

static char slot[160];

int bad_slot(int client, char *const *words) {
    char folder[96];
    ssize_t got = recv(client, folder, sizeof folder - 1, 0);
    if (got <= 0)
        return -1;
    folder[got] = 0;
    snprintf(slot, sizeof slot, "PYTHONPATH=%s", folder);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
    putenv(slot);
    return execv("/usr/bin/python3", words);
}

int good_language(int client, char *const *words) {
    static const char *const known[] = {"cs", "de", "pl"};
    struct order order;
    if (take(client, &order) != 0)
        return -1;
    for (unsigned i = 0; i < 3; i++)
        if (strcmp(order.lang, known[i]) == 0)
            setenv("LANGUAGE", known[i], 1);
    setenv("TUNE_TITLE", order.tune, 1);
    return execv("/opt/tunes/play", words);
}

int good_own(char *const *words) {
    setenv("LD_LIBRARY_PATH", "/opt/tunes/lib", 1);
    return execv("/opt/tunes/play", words);
}
