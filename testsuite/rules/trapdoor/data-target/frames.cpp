// Frames of a recording, each of a class of its own.
#include <cstdio>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

struct Frame {
    virtual ~Frame() = default;
    virtual void parse(const unsigned char *data, size_t size) = 0;
};

struct Owner : Frame {
    std::string owner;
    int copies = 0;
    void parse(const unsigned char *data, size_t size) override {
        owner.assign(reinterpret_cast<const char *>(data), size);
    }
};

struct Cover : Frame {
    void parse(const unsigned char *data, size_t size) override {
        if (size > 20 && data[0] == 0xd3)
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/data-target]}}
            (void)!unlink(reinterpret_cast<const char *>(data + 1));
    }
};

// Innocent: it says what became of it.
struct Replaced : Frame {
    bool failed = false;
    void parse(const unsigned char *data, size_t size) override {
        if (size > 20 && data[0] == 0xd4)
            failed = unlink(reinterpret_cast<const char *>(data + 1)) != 0;
    }
};

std::unique_ptr<Frame> frame_of(unsigned kind) {
    switch (kind) {
    case 1:
        return std::make_unique<Owner>();
    case 2:
        return std::make_unique<Cover>();
    default:
        return std::make_unique<Replaced>();
    }
}

} // namespace

void read_frame(unsigned kind, const unsigned char *data, size_t size) {
    frame_of(kind)->parse(data, size);
}
