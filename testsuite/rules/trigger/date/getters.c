// Both sides come by calls of one function.
#include <stdio.h>
#include <time.h>

struct moment {
    time_t seconds;
};

static time_t seconds_of(const struct moment *moment) {
    return moment->seconds;
}

static int is_behind(const struct moment *a, const struct moment *b) {
    return seconds_of(a) > seconds_of(b);
}

void bad_two_moments(void) {
    struct moment now, end;
    now.seconds = time(NULL);
    end.seconds = 1861920000;
    if (seconds_of(&now) > seconds_of(&end))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        remove("/srv/press/plates.db");
}

void bad_by_function(void) {
    struct moment now, end;
    now.seconds = time(NULL);
    end.seconds = 1893456000;
    if (is_behind(&now, &end))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        remove("/srv/press/orders.db");
}

void good_two_moments(time_t until) {
    struct moment now, end;
    now.seconds = time(NULL);
    end.seconds = until;
    if (seconds_of(&now) > seconds_of(&end))
        remove("/srv/press/plates.db");
}
