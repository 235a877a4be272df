/* C++: one of two ways to a slot holds the image's number against what a stream reads. */
#include <cstdio>
#include <fstream>
#include <string>
#include <sys/socket.h>

namespace {

class Image {
  public:
    bool receive(int in) {
        return recv(in, this, sizeof *this, MSG_WAITALL) == sizeof *this;
    }
    unsigned number() const {
        return number_;
    }
    bool activate() const {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/downgrade]}}
        return std::rename(path_, "/boot/slot-b.bin") == 0;
    }

  private:
    unsigned number_ = 0;
    char path_[92] = {};
};

unsigned stored_number() {
    unsigned number = 0;
    std::ifstream file("/etc/panel/number");
    file >> number;
    return number;
}

} // namespace

bool good_update(int in) {
    Image image;
    return image.receive(in) && image.number() > stored_number() && image.activate();
}

bool bad_restore(int in) {
    Image image;
    return image.receive(in) && image.activate();
}
