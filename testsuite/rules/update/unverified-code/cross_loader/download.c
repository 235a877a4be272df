/* libcurl hands the bytes to whoever asked. */
#include "loader.h"

#include <curl/curl.h>

struct request {
    consumer consume;
    void *context;
};

static size_t on_data(char *data, size_t one, size_t count, void *user) {
    struct request *request = user;
    return request->consume(request->context, data, one * count) ? 0 : one * count;
}

int download(const char *url, consumer consume, void *context) {
    struct request request = {consume, context};
    CURL *curl = curl_easy_init();
    if (!curl)
        return -1;
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, on_data);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &request);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return code != CURLE_OK;
}
