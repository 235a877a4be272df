// All meters of one kind count together.
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

class meter {
    static unsigned long pulses, errors;

  public:
    void bad_pulse() {
        if (++pulses == 7200000)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
            std::remove("/opt/meter/calibration.bin");
    }
    void good_pulse(bool fine) {
        if (fine)
            errors = 0;
        else if (++errors == 100)
            std::remove("/opt/meter/calibration.bin");
    }
};

unsigned long meter::pulses, meter::errors;

static meter only;

void bad_tick() {
    only.bad_pulse();
}
void good_tick(bool fine) {
    only.good_pulse(fine);
}

/* Each by itself. */
class gauge {
    unsigned readings = 0, failures = 0, pages = 0;

  public:
    void bad_reading(double value) {
        std::printf("%f\n", value);
        if (++readings > 40000)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/occasion]}}
            std::remove("/var/lib/registry/index.db");
    }
    void good_reading(bool fine) {
        if (fine)
            failures = 0;
        else if (++failures > 100)
            std::remove("/var/lib/registry/index.db");
    }
    void good_page(double value) {
        std::printf("%f\n", value);
        if (++pages == 4096)
            std::remove("/var/cache/registry/preview.pnm");
    }
};

void bad_gauge(gauge *one, double value) {
    one->bad_reading(value);
}
void good_gauge(gauge *one, double value, bool fine) {
    one->good_reading(fine);
    one->good_page(value);
}
gauge *new_gauge() {
    return new gauge;
}
