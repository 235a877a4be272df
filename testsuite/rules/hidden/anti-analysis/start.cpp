// Before main, and only where nobody looks.
#include <cstdlib>
#include <sys/ptrace.h>
#include <unistd.h>

namespace {
class Start {
  public:
    Start() {
        if (!is_watched())
            remove();
    }

  private:
    bool is_watched() {
        return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == -1;
    }
    void remove() {
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/anti-analysis]}}
        unlink("/var/lib/plant/licence");
    }
};

Start start;
} // namespace

int good_remove() {
    return unlink("/var/lib/plant/cache");
}
