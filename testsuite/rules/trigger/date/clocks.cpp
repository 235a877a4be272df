// The clock of the C++ library, looked at for ever.
#include <chrono>
#include <cstdio>
#include <thread>

void bad_watch() {
    using namespace std::chrono;
    for (;;) {
        auto now = system_clock::now();
        if (duration_cast<seconds>(now.time_since_epoch()).count() > 1924991999)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
            std::remove("/srv/data/store.db");
        std::this_thread::sleep_for(hours(1));
    }
}

void good_watch() {
    using namespace std::chrono;
    auto start = system_clock::now();
    for (;;) {
        auto now = system_clock::now();
        if (duration_cast<seconds>(now - start).count() > 86400) {
            std::remove("/srv/cache/store.db");
            start = now;
        }
        std::this_thread::sleep_for(hours(1));
    }
}
