// Points of time of the C++ library, as they are compared there.
#include <chrono>
#include <cstdio>

using Clock = std::chrono::system_clock;

class Lease {
    Clock::time_point end = Clock::from_time_t(1861920000);

  public:
    bool is_over(Clock::time_point now) const {
        return now > Clock::from_time_t(1861920000);
    }
    bool is_long(Clock::time_point now) const {
        return now - end > std::chrono::hours(72);
    }
};

void bad_class(const Lease &lease) {
    if (lease.is_over(Clock::now()))
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        std::remove("/srv/plant/recipes.db");
}

void bad_thousandths() {
    using namespace std::chrono;
    auto now = duration_cast<milliseconds>(Clock::now().time_since_epoch()).count();
    if (now >= 1861920000123)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        std::remove("/srv/plant/orders.db");
}

void good_since(Clock::time_point before) {
    if (Clock::now() - before > std::chrono::hours(24 * 30))
        std::remove("/srv/cache/pages.db");
}

void good_kept(long end) {
    if (Clock::now() > Clock::from_time_t(end))
        std::remove("/srv/cache/lease");
}

// A day that clocks are never before.
void good_unset() {
    if (Clock::now() < Clock::from_time_t(1577836800))
        std::remove("/srv/cache/pages.db");
}
