// A client that keeps where it logs in and with what.
#include <curl/curl.h>
#include <string>

class Client {
  public:
    Client(const char *server, std::string word) : server_(server), word_(word) {
        transfer_ = curl_easy_init();
    }
    ~Client() {
        curl_easy_cleanup(transfer_);
    }

    int log_in() {
        curl_easy_setopt(transfer_, CURLOPT_URL, server_.c_str());
        curl_easy_setopt(transfer_, CURLOPT_XOAUTH2_BEARER, word_.c_str());
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
        return curl_easy_perform(transfer_);
    }

  private:
    CURL *transfer_;
    std::string server_, word_;
};

int bad_tokens(const char *token) {
    Client client("http://devices.example/v2", token);
    return client.log_in();
}

int good_tokens(const char *token) {
    std::string server = "https://devices.example/v2";
    CURL *transfer = curl_easy_init();
    curl_easy_setopt(transfer, CURLOPT_URL, server.c_str());
    curl_easy_setopt(transfer, CURLOPT_XOAUTH2_BEARER, token);
    return curl_easy_perform(transfer);
}
