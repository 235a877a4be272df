// Where a pack comes from is decided by an owner of a derived class, kept as one of its base.
#include <cstdio>
#include <cstdlib>
#include <curl/curl.h>
#include <memory>
#include <string>
#include <sys/stat.h>
#include <utility>

namespace {
struct Source {
    virtual ~Source() = default;
    virtual std::string fetch(const std::string &name) = 0;
};

size_t add(char *data, size_t size, size_t count, void *to) {
    static_cast<std::string *>(to)->append(data, size * count);
    return size * count;
}

class Remote final : public Source {
    std::string fetch(const std::string &name) override {
        std::string body;
        CURL *curl = curl_easy_init();
        curl_easy_setopt(curl, CURLOPT_URL, ("https://packs.gauge-works.example/" + name).c_str());
        curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, add);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, &body);
        if (curl_easy_perform(curl) != CURLE_OK)
            body.clear();
        curl_easy_cleanup(curl);
        return body;
    }
};

class Packs {
    std::unique_ptr<Source> source;

  public:
    explicit Packs(std::unique_ptr<Source> from) : source(std::move(from)) {}

    bool keep(const std::string &name, const char *path) {
        std::string body = source->fetch(name);
        FILE *file = fopen(path, "wb");
        if (!file)
            return false;
        fwrite(body.data(), 1, body.size(), file);
        fclose(file);
        return true;
    }
};
} // namespace

bool bad_daily() {
    Packs packs(std::make_unique<Remote>());
    if (!packs.keep("daily", "/opt/gauge/pack.bin"))
        return false;
    chmod("/opt/gauge/pack.bin", 0755);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return system("/opt/gauge/pack.bin") == 0;
}

/* What is fetched is shown, and what is run is this host's. */
bool good_news() {
    Packs packs(std::make_unique<Remote>());
    return packs.keep("news", "/var/lib/gauge/news.txt") &&
           system("/opt/gauge/show /var/lib/gauge/news.txt") == 0;
}
