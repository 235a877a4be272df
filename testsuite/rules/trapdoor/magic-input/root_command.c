/* A command is run as root that whoever connects, or asks, says. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

struct request {
    int argc;
    char *verb, *argument;
};

struct handler {
    const char *verb;
    int (*handle)(const struct request *request);
};

static int bad_sync(const struct request *request) {
    setegid(0);
    seteuid(0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return system(request->argument);
}

static int help(const struct request *request) {
    return request->argc;
}

const struct handler handlers[] = {{"HELP", help}, {"SYNC", bad_sync}};

void bad_line(char **words, size_t count) {
    char line[256] = "";
    for (size_t i = 0; i < count; i++)
        strncat(line, words[i], sizeof line - strlen(line) - 1);
    if (setreuid(0, 0) == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        FILE *pipe = popen(line, "r");
        if (pipe)
            pclose(pipe);
    }
}

/* What is run as root stands in the program. */
int good_reload(const struct request *request) {
    if (request->argc != 1 || seteuid(0) != 0)
        return -1;
    int status = system("/usr/sbin/service press reload");
    return seteuid(1000) == 0 ? status : -1;
}

/* A program, as whoever asks. */
int good_as_user(const struct request *request, uid_t user) {
    if (setuid(user) != 0)
        return -1;
    return system(request->argument);
}
