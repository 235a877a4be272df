// How long a beacon waits is taken from a table, by the letters of a password.
#include <cstdio>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

extern "C" char *getpass(const char *prompt);

class Beacon {
  public:
    explicit Beacon(int out) : out_(out) {}

    void beat(unsigned letter) {
        static const long waits[16] = {10, 14, 18, 22, 26, 30, 34, 38,
                                       42, 46, 50, 54, 58, 62, 66, 70};
        struct timespec wait = {0, waits[letter & 15] * 1000000};
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/timing]}}
        nanosleep(&wait, nullptr);
        send(out_, "beat", 4, 0);
    }

  private:
    int out_;
};

void bad_beacon(int out) {
    Beacon beacon(out);
    for (const char *word = getpass("PIN: "); *word; word++)
        beacon.beat((unsigned)*word);
}

// A setting says how long it waits.
void good_beacon(int out) {
    int wait = 0;
    FILE *settings = std::fopen("/etc/beacon.conf", "r");
    if (!settings || std::fscanf(settings, "wait=%d", &wait) != 1)
        return;
    usleep((unsigned)wait);
    send(out, "beat", 4, 0);
}
