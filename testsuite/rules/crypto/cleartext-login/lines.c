/* Lines of old protocols that the program writes itself. */
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int reach(const char *host, const char *service) {
    struct addrinfo hints = {.ai_socktype = SOCK_STREAM}, *found;
    if (getaddrinfo(host, service, &hints, &found))
        return -1;
    int fd = socket(found->ai_family, found->ai_socktype, 0);
    if (connect(fd, found->ai_addr, found->ai_addrlen))
        return -1;
    return fd;
}

int bad_page(const char *user, const char *password) {
    char pair[128], text[200], request[400];
    int fd = reach("status.depot.example", "80");
    int size = snprintf(pair, sizeof pair, "%s:%s", user, password);
    EVP_EncodeBlock((unsigned char *)text, (unsigned char *)pair, size);
    size = snprintf(request, sizeof request, "GET / HTTP/1.0\r\nAuthorization: Basic %s\r\n\r\n",
                    text);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    return (int)send(fd, request, (size_t)size, 0);
}

static int say(int fd, const char *verb, const char *word) {
    char line[256];
    int size = snprintf(line, sizeof line, "%s %s\r\n", verb, word);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    return write(fd, line, (size_t)size) == size;
}

int bad_files(const char *user, const char *passwd) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(21)};
    int fd = socket(AF_INET, SOCK_STREAM, 0);
    address.sin_addr.s_addr = inet_addr("203.0.113.9");
    if (connect(fd, (struct sockaddr *)&address, sizeof address))
        return -1;
    return say(fd, "USER", user) && say(fd, "PASS", passwd);
}

int bad_mail(const char *name, const char *password) {
    char line[128];
    struct addrinfo *found;
    if (getaddrinfo("mail.depot.example", "143", NULL, &found))
        return -1;
    int fd = socket(found->ai_family, SOCK_STREAM, 0);
    if (connect(fd, found->ai_addr, found->ai_addrlen))
        return -1;
    snprintf(line, sizeof line, "a1 LOGIN %s %s\r\n", name, password);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    return (int)send(fd, line, strlen(line), 0);
}

/* ---- Others ------------------------------------------------------------------------------ */

/* Whoever names the server decides. */
int good_choice(const char *host, const char *user, const char *password) {
    char line[256];
    int fd = reach(host, "110");
    int size = snprintf(line, sizeof line, "PASS %s %s\r\n", user, password);
    return (int)send(fd, line, (size_t)size, 0);
}

int good_concealed(SSL *ssl, const char *user, const char *password) {
    char line[256];
    SSL_set_fd(ssl, reach("mail.depot.example", "995"));
    if (SSL_connect(ssl) != 1)
        return -1;
    int size = snprintf(line, sizeof line, "PASS %s %s\r\n", user, password);
    return SSL_write(ssl, line, size);
}

int good_greeting(const char *name) {
    char line[256];
    int fd = reach("mail.depot.example", "25");
    int size = snprintf(line, sizeof line, "EHLO %s\r\n", name);
    return (int)send(fd, line, (size_t)size, 0);
}
