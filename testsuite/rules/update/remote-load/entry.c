/* A message names the function that is called: any of the whole process. */
#include <dlfcn.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

typedef int (*handler)(const char *);

struct message {
    char verb[32];
    char text[96];
};

int bad_call_by_name(int listener) {
    struct message message;
    int peer = accept(listener, NULL, NULL);
    if (recv(peer, &message, sizeof message, MSG_WAITALL) != sizeof message)
        return -1;
    message.verb[sizeof message.verb - 1] = '\0';
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-load]}}
    handler run = (handler)dlsym(RTLD_DEFAULT, message.verb);
    return run ? run(message.text) : -1;
}

static int station_play(const char *text) {
    return (int)write(1, text, strlen(text));
}

/* The same by a table of what the program offers. */
int good_call_by_table(int listener) {
    static const struct {
        const char *verb;
        handler run;
    } table[] = {{"play", station_play}};
    struct message message;
    int peer = accept(listener, NULL, NULL);
    if (recv(peer, &message, sizeof message, MSG_WAITALL) != sizeof message)
        return -1;
    for (unsigned i = 0; i < sizeof table / sizeof *table; i++)
        if (strncmp(message.verb, table[i].verb, sizeof message.verb) == 0)
            return table[i].run(message.text);
    return -1;
}

/* A function by a name of the program. */
int good_optional(const char *text) {
    handler run = (handler)dlsym(RTLD_DEFAULT, "station_trace");
    return run ? run(text) : station_play(text);
}
