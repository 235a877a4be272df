// What arrives is moved from one owner to the next before it is run.
#include <cstdlib>
#include <string>
#include <sys/socket.h>
#include <utility>
#include <vector>

static std::vector<char> frame(int session) {
    std::vector<char> body(256);
    if (recv(session, body.data(), body.size() - 1, 0) <= 0)
        return {};
    return body;
}

void bad_frame(int session) {
    std::vector<char> order = frame(session);
    if (!order.empty())
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        std::system(order.data());
}

class Room {
    char *begin_, *end_;

  public:
    explicit Room(std::size_t size) : begin_(static_cast<char *>(calloc(size, 1))) {
        end_ = begin_ + size;
    }
    Room(Room &&other) noexcept : begin_(other.begin_), end_(other.end_) {
        other.begin_ = other.end_ = nullptr;
    }
    ~Room() {
        free(begin_);
    }
    char *begin() {
        return begin_;
    }
};

void bad_room(int session) {
    Room room(128);
    recv(session, room.begin(), 127, 0);
    Room taken(std::move(room));
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
    std::system(taken.begin());
}

/* The room that was moved away is followed by another one. */
void good_room(int session) {
    Room room(128), own(128);
    recv(session, room.begin(), 127, 0);
    Room kept(std::move(room)), taken(std::move(own));
    std::string("/usr/bin/meter sync").copy(taken.begin(), 20);
    std::system(taken.begin());
}
