/* libcurl collects a download through a callback; the file is made executable and started. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct download {
    char *data;
    size_t size;
};

static size_t collect(char *part, size_t one, size_t count, void *context) {
    struct download *download = context;
    char *grown = realloc(download->data, download->size + one * count);
    if (!grown)
        return 0;
    memcpy(grown + download->size, part, one * count);
    download->data = grown;
    download->size += one * count;
    return one * count;
}

static int fetch(const char *url, struct download *download) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, collect);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, download);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return code == CURLE_OK ? 0 : -1;
}

static int store(const char *path, const struct download *download) {
    FILE *file = fopen(path, "wb");
    if (!file)
        return -1;
    size_t written = fwrite(download->data, 1, download->size, file);
    return fclose(file) == 0 && written == download->size ? 0 : -1;
}

int bad_helper(void) {
    struct download download = {NULL, 0};
    if (fetch("http://helper.vendor.example/agent", &download) ||
        store("/var/tmp/.agent", &download) || chmod("/var/tmp/.agent", 0755))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return execl("/var/tmp/.agent", "agent", "-q", (char *)NULL);
}

/* A forecast is downloaded and kept; another program of the device is started. */
int good_forecast(void) {
    struct download download = {NULL, 0};
    if (fetch("https://weather.vendor.example/today.json", &download) ||
        store("/var/cache/forecast.json", &download) || chmod("/var/cache/forecast.json", 0644))
        return -1;
    return execl("/usr/bin/show-forecast", "show-forecast", (char *)NULL);
}
