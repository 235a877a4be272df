/* C++: a session hands what a peer sent to the interpreter behind an interface, or to its queue. */
#include <memory>
#include <string>
#include <sys/socket.h>
#include <vector>

struct lua_State;
extern "C" int luaL_loadstring(lua_State *state, const char *code);
extern "C" int lua_pcallk(lua_State *state, int n, int results, int handler, long context,
                          void *next);

namespace {

struct Receiver {
    virtual ~Receiver() = default;
    virtual bool take(const std::string &text) = 0;
};

class Evaluator final : public Receiver {
  public:
    explicit Evaluator(lua_State *lua) : lua_(lua) {}
    bool take(const std::string &text) override {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-code]}}
        return luaL_loadstring(lua_, text.c_str()) == 0 &&
               lua_pcallk(lua_, 0, 0, 0, 0, nullptr) == 0;
    }

  private:
    lua_State *lua_;
};

class Queue final : public Receiver {
  public:
    explicit Queue(lua_State *lua) : lua_(lua) {}
    bool take(const std::string &text) override {
        texts_.push_back(text);
        return luaL_loadstring(lua_, "notify('queue')") == 0;
    }

  private:
    lua_State *lua_;
    std::vector<std::string> texts_;
};

bool serve(int in, Receiver &receiver) {
    std::string text(4096, '\0');
    ssize_t got = recv(in, &text[0], text.size(), 0);
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return !text.empty() && receiver.take(text);
}

} // namespace

bool bad_session(int in, lua_State *lua) {
    Evaluator evaluator(lua);
    return serve(in, evaluator);
}

bool good_session(int in, lua_State *lua) {
    Queue queue(lua);
    return serve(in, queue);
}
