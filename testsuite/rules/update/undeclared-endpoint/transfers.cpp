/* C++: the URL of a transfer is put together by a class for each service. */
#include <curl/curl.h>
#include <string>

namespace {

class Service {
  public:
    virtual ~Service() = default;
    CURLcode call(const std::string &method) const {
        CURL *curl = curl_easy_init();
        std::string url = base() + "/v2/" + method;
        curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/undeclared-endpoint]}}
        CURLcode code = curl_easy_perform(curl);
        curl_easy_cleanup(curl);
        return code;
    }

  protected:
    virtual std::string base() const = 0;
};

class Weather final : public Service {
  protected:
    std::string base() const override {
        return "https://weather.maker.example";
    }
};

class Insight final : public Service {
  protected:
    std::string base() const override {
        return "https://insight.ad-network.example";
    }
};

} // namespace

CURLcode good_weather() {
    return Weather().call("today");
}

CURLcode bad_insight() {
    return Insight().call("events");
}
