// C++: strings, containers, lambdas, virtual calls, streams. What headers define is known of their
// bodies, or by models (libstdcxx*.json).
extern "C" {
#include "probe.h"
}
#include <cstring>
#include <deque>
#include <filesystem>
#include <fstream>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

void joined() {
    std::string a = vt_probe_text(), b = "x" + a + "y";
    // expected-remark@+1 {{memory: "x", "y", vt_probe_text.}}
    vt_probe_memory(b.c_str());
}

void assigned_anew() {
    std::string a = vt_probe_text(), b = vt_probe_text();
    a = "x";
    b.clear();
    // expected-remark@+1 {{memory: "x".}}
    vt_probe_memory(a.data());
    // expected-remark@+1 {{memory: nothing.}}
    vt_probe_memory(b.data());
}

void two_strings() {
    std::string a = vt_probe_text(), b = "mine";
    a += "more";
    // expected-remark@+1 {{memory: "mine".}}
    vt_probe_memory(b.c_str());
}

void letter_by_letter() {
    std::string out;
    for (const char *p = vt_probe_text(); *p; p++)
        out.push_back(*p ^ 3);
    for (char &c : out)
        c += 1;
    // expected-remark@+1 {{memory: vt_probe_text [truncate xor].}}
    vt_probe_memory(out.data());
}

static void take(const std::string &text) {
    // expected-remark@+1 {{memory: "k", vt_probe_text.}}
    vt_probe_memory(text.c_str());
}

void as_argument() {
    take(std::string("k") + vt_probe_text());
}

struct record {
    int number;
    std::string name, other;
};

void in_fields() {
    auto owned = std::make_unique<record>();
    owned->name = vt_probe_text();
    owned->other = "o";
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(owned->name.c_str());
    // expected-remark@+1 {{memory: "o".}}
    vt_probe_memory(owned->other.c_str());
}

void shared() {
    auto shared = std::make_shared<record>();
    shared->name = vt_probe_text();
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(shared->name.c_str());
}

void in_a_vector() {
    std::vector<std::string> all;
    all.push_back(vt_probe_text());
    for (auto &one : all)
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(one.c_str());
}

void captured() {
    std::string kept = vt_probe_text();
    std::function<void()> later = [kept] {
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(kept.c_str());
    };
    later();
}

void in_a_thread() {
    std::string kept = vt_probe_text();
    std::thread worker([kept] {
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(kept.c_str());
        // expected-remark@+1 {{entries: thread.}}
        vt_probe_entries();
    });
    worker.join();
}

struct channel {
    virtual ~channel() {}
    virtual void put(const std::string &text) = 0;
};

struct wire : channel {
    void put(const std::string &text) override {
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(text.c_str());
    }
};

static void send_by(channel *by) {
    by->put(vt_probe_text());
}

void by_a_virtual_call() {
    wire one;
    send_by(&one);
}

void into_a_file() {
    std::string folder = "/etc/";
    std::ofstream out(folder + "motd");
    // expected-remark@+1 {{handle: path: "/etc/", "motd".}}
    vt_probe_handle((long)&out);
}

void through_a_stream() {
    std::ostringstream out;
    out << "x" << std::hex << vt_probe_text();
    // expected-remark@+1 {{memory: "x", vt_probe_text.}}
    vt_probe_memory(out.str().c_str());
}

/* Nodes of a map are told apart by the map, and not keys from values. */
void in_a_map() {
    std::map<int, const char *> map, other;
    map.insert({1, vt_probe_text()});
    other.insert({2, "other"});
    // expected-remark@+1 {{memory: 0, 1, _Znwm, vt_probe_text.}}
    vt_probe_memory(map.find(1)->second);
    // expected-remark@+1 {{memory: "other", 0, 2, _Znwm.}}
    vt_probe_memory(other.find(2)->second);
}

/* Texts of a map lie four pointers deep. */
void texts_in_a_map() {
    std::map<int, std::string> map;
    map[1] = vt_probe_text();
    // expected-remark@+1 {{memory: 0, 1, _Znwm, vt_probe_text.}}
    vt_probe_memory(map[1].c_str());
}

static void last_of(std::list<const char *> list) {
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(list.back());
}

void in_a_list() {
    std::list<const char *> list, other;
    list.push_back(vt_probe_text());
    other.push_back("other");
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(list.front());
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(other.front());
    last_of(list);
}

class base {
  public:
    virtual ~base() = default;
    virtual void take(const char *text) = 0;
};

class derived : public base {
  public:
    void take(const char *text) override {
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(text);
    }
};

static void use(std::unique_ptr<base> object) {
    object->take(vt_probe_text());
}

void owner_of_a_base() {
    use(std::make_unique<derived>());
}

class sibling : public base {
  public:
    void take(const char *text) override {
        // expected-remark@+1 {{memory: "x".}}
        vt_probe_memory(text);
    }
};

void owners_in_a_vector() {
    std::vector<std::unique_ptr<base>> all;
    all.push_back(std::make_unique<sibling>());
    for (auto &one : all)
        one->take("x");
}

void moved_out_of_an_owner() {
    auto mine = std::make_unique<std::string>(vt_probe_text());
    std::unique_ptr<std::string> other = std::move(mine);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(other->c_str());
    // expected-remark@+1 {{value: 0.}}
    vt_probe_value(reinterpret_cast<long>(mine.get()));
}

/* Functions of a class that are called through pointers to members, by threads, by binders. */
struct service {
    std::string secret;
    void send(const char *text) {
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(text);
    }
    void receive(const char *text);
    void run() {
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(secret.c_str());
    }
};

void service::receive(const char *text) {
    // expected-remark@+1 {{memory: parameter 1.}}
    vt_probe_memory(text);
}

static void by_a_member(service *of, void (service::*member)(const char *)) {
    (of->*member)(vt_probe_text());
}

void through_a_pointer_to_a_member() {
    service one;
    by_a_member(&one, &service::send);
}

void in_a_thread_of_a_member() {
    service one;
    one.secret = vt_probe_text();
    std::thread worker(&service::run, &one);
    worker.join();
}

void out_of_a_deque() {
    std::deque<std::string> texts;
    texts.push_back(vt_probe_text());
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(texts.front().c_str());
}

void out_of_a_view() {
    std::string_view view = vt_probe_text();
    std::string text(view);
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(text.c_str());
}

void out_of_a_path() {
    std::filesystem::path folder(vt_probe_text()), file = folder / "name", other("other");
    // expected-remark@+1 {{memory: "name", vt_probe_text.}}
    vt_probe_memory(file.c_str());
    // expected-remark@+1 {{memory: "other".}}
    vt_probe_memory(other.c_str());
}

static std::vector<char> gather(bool fails) {
    std::vector<char> all(16);
    std::strcpy(all.data(), vt_probe_text());
    if (fails)
        return {};
    return all;
}

void moved_out_of_a_function() {
    std::vector<char> all = gather(false), taken = std::move(all);
    // expected-remark@+1 {{vt_probe_text}}
    vt_probe_memory(taken.data());
}
