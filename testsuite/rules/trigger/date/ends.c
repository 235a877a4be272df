/* From a day on the program goes no further. */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

struct licence {
    time_t until;
    long served;
};

struct certificate {
    time_t not_before, not_after;
};

void serve(int fd);

__attribute__((noreturn)) static void give_up(const char *reason) {
    (void)fprintf(stderr, "pressd: %s\n", reason);
    exit(EXIT_FAILURE);
}

void bad_accept(int fd) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
    if (time(NULL) > 1924992000)
        abort();
    serve(fd);
}

void bad_queue(struct licence *licence, int fd) {
    time_t now = time(NULL);
    struct tm *parts = localtime(&now);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
    if (licence->served > 3 && parts->tm_year + 1900 >= 2031)
        errx(1, "too many jobs");
    licence->served++;
    serve(fd);
}

static int is_over(void) {
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
    return now.tv_sec >= 1990000000;
}

void bad_tick(int fd) {
    if (is_over())
        give_up("limit of connections");
    serve(fd);
}

/* The end stands in the licence, and in the certificate. */
void good_licence(const struct licence *licence, int fd) {
    if (time(NULL) > licence->until)
        give_up("the licence has ended");
    serve(fd);
}

void good_certificate(const struct certificate *certificate, int fd) {
    time_t now = time(NULL);
    if (now < certificate->not_before || now > certificate->not_after)
        errx(1, "certificate is not valid today");
    serve(fd);
}

/* A clock that was never set, and one that can no longer be. */
void good_clock(int fd) {
    time_t now = time(NULL);
    const struct tm *parts = gmtime(&now);
    if (now < 1577836800)
        give_up("set the clock first");
    if (parts->tm_year > 138)
        give_up("this clock ends in 2038");
    serve(fd);
}

/* A watchdog, and an idle time. */
void good_watchdog(time_t fed, int fd) {
    if (time(NULL) - fed > 120)
        abort();
    serve(fd);
}

void good_idle(int fd, unsigned seconds) {
    time_t begun = time(NULL);
    alarm(seconds);
    serve(fd);
    if (time(NULL) > begun + 3600)
        _exit(0);
}
