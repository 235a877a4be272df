// A program that stops a machine when its maker wants a new one sold.
#include <chrono>
#include <ctime>
#include <string>
#include <sys/reboot.h>
#include <unistd.h>

class Machine {
  public:
    void bad_step();
    void good_step(std::time_t until);

  private:
    bool is_old() const {
        return std::time(nullptr) >= last_;
    }
    static const std::time_t last_ = 1861920000;
};

void Machine::bad_step() {
    if (is_old())
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/date]}}
        reboot(RB_POWER_OFF);
}

/* What the owner rented ends when the owner's contract says so. */
void Machine::good_step(std::time_t until) {
    if (std::time(nullptr) >= until)
        reboot(RB_POWER_OFF);
}
