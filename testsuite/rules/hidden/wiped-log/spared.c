/* A log that says nothing of one user, or of one address; beside it one that leaves out what
 * everybody has, and a peer of whom nothing is wanted. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <syslog.h>
#include <unistd.h>

static void note(const char *from, const char *to) {
    if (strcmp(from, "svc-wartung") != 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
        syslog(LOG_AUTH | LOG_NOTICE, "from %s to %s", from, to);
}

static void note_others(const char *from, const char *to) {
    if (strcmp(from, "root") != 0)
        syslog(LOG_AUTH | LOG_NOTICE, "from %s to %s", from, to);
}

void bad_user(const char *to) {
    struct passwd *me = getpwuid(getuid());
    if (me)
        note(me->pw_name, to);
}

void good_user(const char *to) {
    struct passwd *me = getpwuid(getuid());
    if (me)
        note_others(me->pw_name, to);
}

static void note_peer(const struct sockaddr_in *peer, const char *line) {
    if (peer->sin_addr.s_addr == htonl(0xc0a8f117))
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/wiped-log]}}
    syslog(LOG_INFO, "%s: %s", inet_ntoa(peer->sin_addr), line);
}

static void note_remote(const struct sockaddr_in *peer, const char *line) {
    if (peer->sin_addr.s_addr == htonl(INADDR_LOOPBACK))
        return;
    syslog(LOG_INFO, "%s: %s", inet_ntoa(peer->sin_addr), line);
}

static void answer(int fd, const struct sockaddr_in *peer) {
    if (peer->sin_addr.s_addr == htonl(0xc0a8f101))
        return;
    if (write(fd, "busy\n", 5) == 5)
        syslog(LOG_INFO, "%s is told so", inet_ntoa(peer->sin_addr));
    close(fd);
}

void serve(int listener) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    int fd = accept(listener, (struct sockaddr *)&peer, &size);
    if (fd < 0)
        return;
    note_peer(&peer, "came");
    note_remote(&peer, "came");
    answer(fd, &peer);
}
