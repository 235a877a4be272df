/* A helper on this host is asked by programs on this host whether a password is right. */
// expected-no-diagnostics
#define _GNU_SOURCE
#include <crypt.h>
#include <shadow.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

int good_helper(void) {
    struct sockaddr_un name = {.sun_family = AF_UNIX, .sun_path = "/run/checker"};
    char line[160];
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(listener, (const struct sockaddr *)&name, sizeof name) || listen(listener, 4))
        return -1;
    int peer = accept(listener, NULL, NULL);
    ssize_t got = recv(peer, line, sizeof line - 1, 0);
    char *word = got > 0 ? memchr(line, ' ', (size_t)got) : NULL;
    if (!word)
        return -1;
    line[got] = 0;
    *word++ = 0;
    const struct spwd *entry = getspnam(line);
    const char *hash = entry ? crypt(word, entry->sp_pwdp) : NULL;
    return hash && strcmp(hash, entry->sp_pwdp) == 0;
}
