// C++: a class fetches to a path it was made with, and installs.
#include <cstdio>
#include <curl/curl.h>
#include <openssl/evp.h>
#include <string>

namespace {

class Fetcher {
  public:
    Fetcher(const char *url, const char *path) : url_(url), path_(path) {}
    virtual ~Fetcher() = default;
    bool run() {
        std::FILE *file = std::fopen(path_, "wb");
        CURL *curl = curl_easy_init();
        curl_easy_setopt(curl, CURLOPT_URL, url_);
        curl_easy_setopt(curl, CURLOPT_WRITEDATA, file);
        bool done = curl_easy_perform(curl) == CURLE_OK;
        curl_easy_cleanup(curl);
        return std::fclose(file) == 0 && done && finish();
    }

  protected:
    virtual bool finish() = 0;
    const char *url_, *path_;
};

class Firmware final : public Fetcher {
  public:
    Firmware() : Fetcher("ftp://ftp.vendor.example/box.bin", "/boot/box.new") {}

  protected:
    bool finish() override {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
        return std::rename(path_, "/boot/box.bin") == 0;
    }
};

class Manual final : public Fetcher {
  public:
    Manual() : Fetcher("ftp://ftp.vendor.example/box.pdf", "/usr/share/doc/box.new") {}

  protected:
    bool finish() override {
        return std::rename(path_, "/usr/share/doc/box.pdf") == 0;
    }
};

} // namespace

bool bad_firmware() {
    return Firmware().run();
}

bool good_manual() {
    return Manual().run();
}
