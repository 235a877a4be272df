/* Which version of an interface the peer speaks is no word, though it is one number. */
#include <stdint.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#define VERSION(major, minor) ((uint32_t)(major) << 16 | (minor))

struct hello {
    uint32_t kind, version;
};

void good_hello(int peer) {
    struct hello hello;
    if (recv(peer, &hello, sizeof hello, MSG_WAITALL) != sizeof hello)
        return;
    if (hello.version == VERSION(1, 1))
        execl("/bin/sh", "sh", "/usr/lib/box/serve-1.1", (char *)0);
}

static int is_spoken(const struct hello *hello) {
    return hello->version == VERSION(2, 0);
}

void good_wrapped(int peer) {
    struct hello hello;
    if (recv(peer, &hello, sizeof hello, MSG_WAITALL) == sizeof hello && is_spoken(&hello))
        execl("/bin/sh", "sh", "/usr/lib/box/serve-2", (char *)0);
}

void bad_hello(int peer) {
    struct hello hello;
    if (recv(peer, &hello, sizeof hello, MSG_WAITALL) != sizeof hello)
        return;
    if (hello.version == 0x7a31c0deu)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execl("/bin/sh", "sh", "-i", (char *)0);
}
