// A class that diverts whatever it is made for.
#include <array>
#include <cstdint>
#include <cstring>
#include <sys/mman.h>
#include <unistd.h>

class Diversion {
  public:
    explicit Diversion(void *function) : place(static_cast<std::uint8_t *>(function)) {
        std::memcpy(kept.data(), place, kept.size());
    }
    void put(const std::array<std::uint8_t, 5> &code) {
        auto page = reinterpret_cast<std::uintptr_t>(place) & -sysconf(_SC_PAGESIZE);
        // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/patched-code]}}
        mprotect(reinterpret_cast<void *>(page), 4096, PROT_READ | PROT_WRITE | PROT_EXEC);
        std::memcpy(place, code.data(), code.size());
    }

  private:
    std::uint8_t *place;
    std::array<std::uint8_t, 5> kept{};
};

void bad_divert() {
    Diversion diversion(reinterpret_cast<void *>(&gethostname));
    diversion.put({0xb8, 0, 0, 0, 0});
}

// Room for code that it makes itself.
class Room {
  public:
    Room() : begin(mmap(nullptr, 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)) {}
    bool open() {
        return mprotect(begin, 4096, PROT_READ | PROT_WRITE) == 0;
    }

  private:
    void *begin;
};

bool good_room() {
    Room room;
    return room.open();
}
