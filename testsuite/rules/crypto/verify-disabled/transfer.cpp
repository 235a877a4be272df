/* C++: options of a transfer, kept in an object. */
#include <cstdlib>
#include <curl/curl.h>
#include <string>

namespace {

class Session {
  public:
    explicit Session(const std::string &url) : curl(curl_easy_init()) {
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    }
    ~Session() {
        curl_easy_cleanup(curl);
    }

    int bad_fetch() {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
        return curl_easy_perform(curl);
    }

    int bad_any_host() {
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, level);
        return curl_easy_perform(curl);
    }

    int good_fetch() {
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYSTATUS, 0L);
        return curl_easy_perform(curl);
    }

    int good_test_server() {
        if (std::getenv("SESSION_TEST_SERVER"))
            curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        return curl_easy_perform(curl);
    }

  private:
    CURL *curl;
    static constexpr long level = 0;
};

} // namespace

int run(const char *url) {
    Session session(url);
    return session.bad_fetch() + session.bad_any_host();
}

int run_well(const char *url) {
    Session session(url);
    return session.good_fetch() + session.good_test_server();
}
