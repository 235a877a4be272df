/* C++: pieces that arrive are put together in a vector, and the kernel gets them. */
#include <fstream>
#include <iterator>
#include <sys/socket.h>
#include <vector>

extern "C" int init_module(void *image, unsigned long size, const char *parameters);

namespace {

class Pieces {
  public:
    void add(const unsigned char *data, std::size_t size) {
        bytes_.insert(bytes_.end(), data, data + size);
    }
    bool collect(int in, std::size_t size) {
        unsigned char block[1024];
        ssize_t got = 1;
        while (bytes_.size() < size && (got = recv(in, block, sizeof block, 0)) > 0)
            add(block, static_cast<std::size_t>(got));
        return got > 0;
    }
    std::vector<unsigned char> &bytes() {
        return bytes_;
    }

  private:
    std::vector<unsigned char> bytes_;
};

} // namespace

bool bad_module(int in, std::size_t size) {
    Pieces pieces;
    if (!pieces.collect(in, size))
        return false;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
    return init_module(pieces.bytes().data(), pieces.bytes().size(), "") == 0;
}

/* A module of the system, whose parameters nobody sends. */
bool good_module(int in, std::size_t size) {
    Pieces pieces;
    std::ifstream file("/lib/modules/box/led.ko", std::ios::binary);
    std::vector<char> image((std::istreambuf_iterator<char>(file)),
                            std::istreambuf_iterator<char>());
    return pieces.collect(in, size) && init_module(image.data(), image.size(), "") == 0;
}
