#include "agent.h"

#include <curl/curl.h>
#include <stdio.h>

int fetch(const char *url, const char *path) {
    FILE *file = fopen(path, "wb");
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, file);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return fclose(file) || code != CURLE_OK;
}
