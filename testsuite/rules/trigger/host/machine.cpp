// The machine's number, hashed, decides whether a tool is run.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

extern "C" unsigned char *SHA256(const unsigned char *data, unsigned long size,
                                 unsigned char *digest);

class Machine {
  public:
    Machine() {
        unsigned char digest[32];
        char text[40] = {0};
        FILE *file = std::fopen("/etc/machine-id", "r");
        if (file && std::fgets(text, sizeof text, file))
            SHA256(reinterpret_cast<unsigned char *>(text), 32, digest);
        if (file)
            std::fclose(file);
        for (int i = 0; i < 32; i++)
            std::snprintf(hex_ + 2 * i, 3, "%02x", digest[i]);
    }

    const char *hex() const {
        return hex_;
    }

  private:
    char hex_[65];
};

int bad_tool() {
    Machine machine;
    if (std::strcmp(machine.hex(),
                    "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9") != 0)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
    return std::system("/usr/libexec/panel/probe &");
}

// Whether it is the machine that the licence was made for.
int good_licence(const char *licensed) {
    Machine machine;
    if (std::strcmp(machine.hex(), licensed) != 0)
        return 0;
    return std::system("/usr/libexec/panel/start &");
}
