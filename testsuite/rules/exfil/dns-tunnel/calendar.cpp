/* C++: a name that changes with the month, asked for behind an interface. */
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <netdb.h>
#include <string>

namespace {

struct Directory {
    virtual ~Directory() = default;
    virtual int find(const char *name) const = 0;
};

struct Resolver final : Directory {
    int find(const char *name) const override {
        addrinfo *found = nullptr;
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/dns-tunnel]}}
        int status = getaddrinfo(name, "443", nullptr, &found);
        if (status == 0)
            freeaddrinfo(found);
        return status;
    }
};

struct Named final : Directory {
    int find(const char *name) const override {
        addrinfo *found = nullptr;
        int status = getaddrinfo(name, "123", nullptr, &found);
        if (status == 0)
            freeaddrinfo(found);
        return status;
    }
};

} // namespace

int bad_month() {
    char name[64];
    std::time_t now = std::time(nullptr);
    const std::tm *date = std::gmtime(&now);
    unsigned seed = static_cast<unsigned>(date->tm_year * 12 + date->tm_mon) * 2654435761u;
    char *at = name;
    for (int i = 0; i < 9; i++, seed = seed * 1103515245u + 12345u)
        *at++ = static_cast<char>('a' + (seed >> 16) % 26);
    std::snprintf(at, 32, ".weather-feeds.example");
    return Resolver{}.find(name);
}

/* Servers for the time have a name that a setting may change. */
int good_time() {
    const char *name = std::getenv("NTP_SERVER");
    char text[128];
    std::snprintf(text, sizeof text, "%s.pool.ntp.example", name ? name : "0");
    return Named{}.find(text);
}
