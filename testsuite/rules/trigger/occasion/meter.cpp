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
