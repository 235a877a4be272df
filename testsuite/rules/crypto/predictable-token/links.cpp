// What stands behind "token=" is one, whatever it is called; and what a maker puts into a table of
// sessions is what a session is known by.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iomanip>
#include <random>
#include <sstream>
#include <string>
#include <sys/random.h>

class BadService {
  public:
    std::string issue(const std::string &user) {
        std::ostringstream text;
        for (int i = 0; i < 20; i++)
            // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
            text << std::hex << std::setw(2) << std::setfill('0') << (engine_() & 255);
        return "https://accounts.example/" + user + "?token=" + text.str();
    }

  private:
    std::mt19937 engine_;
};

std::string bad_link(const std::string &user) {
    static BadService service;
    return service.issue(user);
}

std::string good_link(const std::string &user) {
    unsigned char raw[20];
    std::ostringstream text;
    if (getrandom(raw, sizeof raw, 0) != static_cast<ssize_t>(sizeof raw))
        return "";
    for (unsigned char byte : raw)
        text << std::hex << std::setw(2) << std::setfill('0') << int(byte);
    return "https://accounts.example/" + user + "?token=" + text.str();
}

// A picture of many, beside a name.
std::string good_picture(const std::string &user) {
    char text[64];
    snprintf(text, sizeof text, "picture?number=%d", rand() % 12);
    return user + text;
}

struct session {
    char id[33];
    char user[32];
};

static session sessions[64];
static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static void bad_spell(char *out, int size) {
    for (int i = 0; i < size; i++)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/predictable-token]}}
        out[i] = letters[rand() % 64];
}

static bool good_spell(char *out, int size) {
    unsigned char raw[64];
    if (getrandom(raw, static_cast<size_t>(size), 0) != size)
        return false;
    for (int i = 0; i < size; i++)
        out[i] = letters[raw[i] & 63];
    return true;
}

session *open_session(const char *user, bool well) {
    for (session &place : sessions) {
        if (place.id[0])
            continue;
        if (!well)
            bad_spell(place.id, 32);
        else if (!good_spell(place.id, 32))
            return nullptr;
        snprintf(place.user, sizeof place.user, "%s", user);
        return &place;
    }
    return nullptr;
}
