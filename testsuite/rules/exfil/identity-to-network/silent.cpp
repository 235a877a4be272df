/* C++: a thread posts the host's name; whether that failed is thrown away, or thrown. */
#include <curl/curl.h>
#include <stdexcept>
#include <string>
#include <thread>
#include <unistd.h>

namespace {

class Transfer {
  public:
    Transfer(const std::string &url, const std::string &text) : curl_(curl_easy_init()) {
        curl_easy_setopt(curl_, CURLOPT_URL, url.c_str());
        curl_easy_setopt(curl_, CURLOPT_COPYPOSTFIELDS, text.c_str());
    }
    ~Transfer() {
        curl_easy_cleanup(curl_);
    }
    void try_once() {
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
        (void)curl_easy_perform(curl_);
    }
    void run() {
        if (curl_easy_perform(curl_) != CURLE_OK)
            throw std::runtime_error("cannot register");
    }

  private:
    CURL *curl_;
};

std::string host() {
    char name[64] = "";
    gethostname(name, sizeof name - 1);
    return name;
}

} // namespace

void start() {
    std::thread bad([] { Transfer("https://hello.maker.example/host", host()).try_once(); });
    std::thread good([] { Transfer("https://register.maker.example/host", host()).run(); });
    bad.join();
    good.join();
}
