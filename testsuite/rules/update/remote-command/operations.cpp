/* C++: what a server answers is taken apart into operations; one of a table of lambdas runs text.
 */
#include <cstdlib>
#include <curl/curl.h>
#include <functional>
#include <map>
#include <sstream>
#include <string>

namespace {

size_t keep(char *data, size_t size, size_t count, void *text) {
    static_cast<std::string *>(text)->append(data, size * count);
    return size * count;
}

std::string fetch(const char *url) {
    std::string text;
    CURL *transfer = curl_easy_init();
    curl_easy_setopt(transfer, CURLOPT_URL, url);
    curl_easy_setopt(transfer, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(transfer, CURLOPT_WRITEDATA, &text);
    curl_easy_perform(transfer);
    curl_easy_cleanup(transfer);
    return text;
}

class Agent {
  public:
    std::map<std::string, std::function<void(const std::string &)>> operations;
    void poll() {
        std::istringstream in(fetch("https://fleet.example.com/next"));
        std::string line;
        while (std::getline(in, line)) {
            auto space = line.find(' ');
            auto found = operations.find(line.substr(0, space));
            if (found != operations.end())
                found->second(line.substr(space + 1));
        }
    }
    int level = 0;
};

} // namespace

void bad_agent() {
    Agent agent;
    agent.operations["repair"] = [](const std::string &text) {
        std::string command = "cd /tmp && " + text;
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        if (std::system(command.c_str()))
            return;
    };
    agent.poll();
}

/* A number is all that a server can say. */
void good_agent() {
    Agent agent;
    agent.operations["level"] = [&agent](const std::string &text) {
        agent.level = std::atoi(text.c_str());
        std::string command = "logger level " + std::to_string(agent.level);
        if (std::system(command.c_str()))
            return;
    };
    agent.poll();
}
