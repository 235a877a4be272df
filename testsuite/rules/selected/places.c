/* One password that seems to go to many places, of which each of two rules knows a part: together
 * they doubt it, whichever of them is asked. */
#include <sys/socket.h>
#include <syslog.h>
#include <unistd.h>

static char *words[8];

static void say(int to, char *const *stack, int kind) {
    if (kind == 0)
        send(to, stack[0], 16, 0);
    else if (kind == 1)
        send(to, stack[1], 16, 0);
    else
        send(to, stack[2], 16, 0);
}

static void note(char *const *stack, int kind) {
    if (kind == 0)
        syslog(LOG_INFO, "first %s", stack[0]);
    else if (kind == 1)
        syslog(LOG_INFO, "second %s", stack[1]);
    else
        syslog(LOG_INFO, "third %s", stack[2]);
}

int main(int argc, char **argv) {
    words[argc & 7] = getpass("Password: ");
    say(socket(AF_INET, SOCK_STREAM, 0), words, argc);
    note(words, argc);
    return argv[0] == NULL;
}
