// A day chooses which function is called, or handed on; and years are asked for in two ways.
#include <stdio.h>
#include <time.h>

typedef int job(const char *path);

static int show(const char *path) {
    return puts(path);
}

static int drop_called(const char *path) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
    return remove(path);
}

static int drop_handed(const char *path) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
    return remove(path);
}

static int drop_asked(const char *path) {
    return remove(path);
}

static int is_over(const struct tm *day) {
    return day->tm_year > 129 || (day->tm_year == 129 && day->tm_mon >= 8);
}

int bad_called(const char *path) {
    job *what = show;
    if (time(NULL) > 1861920000)
        what = drop_called;
    return what(path);
}

static int each(const char *path, job *what) {
    int done = 0;
    for (; *path; path++)
        done += what(path);
    return done;
}

int bad_handed(const char *path) {
    time_t now = time(NULL);
    job *what = is_over(localtime(&now)) ? drop_handed : show;
    return each(path, what);
}

// Who says so chooses; the day only that something is said.
int good_asked(const char *path, int clean) {
    job *what = clean ? drop_asked : show;
    if (time(NULL) > 1861920000)
        puts("this version is old");
    return each(path, what);
}

int good_shown(const char *path) {
    job *what = time(NULL) > 1861920000 ? puts : show;
    return each(path, what);
}
