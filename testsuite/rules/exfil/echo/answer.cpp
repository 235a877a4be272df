/* C++: the peer says how long the answer is to be, and gets that much of what lies there. */
#include <cstdint>
#include <cstring>
#include <memory>
#include <sys/socket.h>

namespace {

struct Request {
    std::uint16_t length;
    char text[62];
};

} // namespace

void bad_answer(int peer) {
    Request request;
    if (recv(peer, &request, sizeof request, 0) <= 0)
        return;
    auto answer = std::make_unique<char[]>(65536);
    std::memcpy(answer.get(), request.text, request.length);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/echo]}}
    send(peer, answer.get(), request.length, 0);
}

void good_answer(int peer) {
    Request request;
    if (recv(peer, &request, sizeof request, 0) <= 0 || request.length > sizeof request.text)
        return;
    auto answer = std::make_unique<char[]>(65536);
    std::memcpy(answer.get(), request.text, request.length);
    send(peer, answer.get(), request.length, 0);
}
