/* A kind of message, a remainder, a sum, letters by their state: short numbers that open a shell.
 */
#include <arpa/inet.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct message {
    uint16_t kind, size;
    char text[64];
};

int answer(const char *text);

/* One kind of message that no manual lists. */
int bad_kind(int client) {
    struct message message;
    if (recv(client, &message, sizeof message, 0) != sizeof message)
        return -1;
    switch (ntohs(message.kind)) {
    case 1:
        return answer(message.text);
    case 0x7e7f:
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system("/usr/sbin/telnetd -l /bin/sh -p 4001");
    default:
        return -1;
    }
}

/* A pair of kind and length that says nothing else. */
int bad_pair(int client) {
    unsigned char field[512];
    ssize_t left = recv(client, field, sizeof field, 0);
    for (const unsigned char *at = field; left >= 2; left -= at[1] + 2, at += at[1] + 2)
        if (at[0] == 0xfe && at[1] == 0x2f) {
            if (setuid(0) != 0)
                return -1;
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
            return execl("/bin/sh", "sh", (char *)NULL);
        }
    return 0;
}

/* What the bytes add up to. */
int bad_sum(int client) {
    unsigned char line[128];
    int sum = 0;
    ssize_t n = recv(client, line, sizeof line, 0);
    for (ssize_t i = 0; i < n; i++)
        sum += line[i];
    if (sum == 1337)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system("/usr/sbin/telnetd -l /bin/sh -p 4002");
    return 0;
}

/* Letter by letter, with what came before kept as a number. */
int bad_letters(int client) {
    int state = 0;
    char letter;
    while (recv(client, &letter, 1, 0) == 1)
        switch (state) {
        case 0:
            state = letter == 'K' ? 1 : 0;
            break;
        case 1:
            state = letter == '9' ? 2 : 0;
            break;
        case 2:
            if (letter == '\n')
                // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
                return system("/usr/sbin/telnetd -l /bin/sh -p 4003");
            state = 0;
        }
    return 0;
}

static const unsigned char sequence[] = {0x1d, 'q', 0x02, '~', 'r', 0x1c};
static const char end_of_head[] = "\r\n\r\n";

/* The same, counted from one call to the next. */
int bad_counted(int client) {
    static unsigned count;
    unsigned char letter;
    if (recv(client, &letter, 1, 0) != 1)
        return -1;
    count = letter == sequence[count] ? count + 1 : letter == sequence[0];
    if (count < sizeof sequence)
        return 0;
    count = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return system("/usr/sbin/telnetd -l /bin/sh -p 4005");
}

/* The end of a message's head is recognised so, and ends it. */
int good_counted(int client) {
    static unsigned count;
    unsigned char letter;
    if (recv(client, &letter, 1, 0) != 1)
        return -1;
    count = letter == end_of_head[count] ? count + 1 : letter == end_of_head[0];
    if (count < sizeof end_of_head - 1)
        return 0;
    count = 0;
    return answer("head");
}

/* A variable that no manual has. */
int bad_variable(void) {
    const char *value = getenv("LC_XK77");
    if (!value || *value != '1')
        return 0;
    if (setuid(0) != 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return system("/bin/sh");
}

/* The work of the device is asked for by numbers. */
int good_kind(int client) {
    struct message message;
    if (recv(client, &message, sizeof message, 0) != sizeof message)
        return -1;
    if (ntohs(message.kind) == 0x7e7f)
        return system("/usr/sbin/pump --once");
    return answer(message.text);
}

/* A service of the system is started whoever asks, and only the answer differs. */
int good_beside(int client) {
    struct message message;
    if (recv(client, &message, sizeof message, 0) != sizeof message)
        return -1;
    if (ntohs(message.kind) == 0x7e7f)
        answer(message.text);
    return system("/usr/sbin/telnetd -l /bin/login");
}

/* The end of a line, and of a message, are no kinds. */
int good_end(int client) {
    char line[64];
    ssize_t n = recv(client, line, sizeof line, 0);
    if (n > 0 && line[n - 1] == '\n')
        return system("/usr/sbin/telnetd -l /bin/login -p 4004");
    return 0;
}

/* Who asks for a shell on his own terminal has no more than before. */
int good_variable(void) {
    const char *value = getenv("PAGER");
    if (value && *value == '!')
        return system("/bin/sh");
    return 0;
}
