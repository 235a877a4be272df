// Commands in letters of an alphabet that the program looks up itself.
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static void decode(const char *in, char *out) {
    unsigned bits = 0, kept = 0;
    for (; *in; in++) {
        const char *found = strchr(letters, *in);
        if (!found)
            break;
        kept = kept << 6 | (unsigned)(found - letters);
        bits += 6;
        if (bits >= 8)
            *out++ = (char)(kept >> (bits -= 8));
    }
    *out = 0;
}

void bad_order(int session) {
    char line[128] = {0}, command[128];
    if (recv(session, line, sizeof line - 1, 0) <= 0)
        return;
    decode(line, command);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    system(command);
}

static unsigned digit(char c) {
    static const char digits[] = "0123456789abcdef";
    const char *found = c ? memchr(digits, c, 16) : NULL;
    return found ? (unsigned)(found - digits) : 0;
}

void bad_hex(int session) {
    char line[128], command[65] = {0};
    ssize_t n = recv(session, line, sizeof line, 0);
    for (ssize_t i = 0; i + 1 < n; i += 2)
        command[i / 2] = (char)(digit(line[i]) << 4 | digit(line[i + 1]));
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    system(command);
}

/* Where a letter stands among those that are known chooses one of the program's commands. */
void good_choose(int session) {
    static const char known[] = "irs";
    static const char *const commands[] = {"/usr/bin/meter inside", "/usr/bin/meter reset",
                                           "/usr/bin/meter sync"};
    char letter;
    if (recv(session, &letter, 1, 0) != 1 || !letter)
        return;
    const char *found = strchr(known, letter);
    if (found)
        system(commands[found - known]);
}
