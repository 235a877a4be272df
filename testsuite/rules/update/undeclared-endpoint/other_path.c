#include <curl/curl.h>
#include <stdio.h>

static CURLcode get(CURL *curl, const char *url) {
    curl_easy_setopt(curl, CURLOPT_URL, url);
    // expected-warning-re@+1 2 {{{{.*}}[vitrine: update/undeclared-endpoint]}}
    return curl_easy_perform(curl);
}

CURLcode good_page(CURL *curl) {
    return get(curl, "https://files.maker.example/catalogue/index.json");
}

/* Formatted, but the declared folder is whole. */
CURLcode good_built(CURL *curl, int page) {
    char url[128];
    snprintf(url, sizeof url, "https://files.maker.example/catalogue/%d.json", page);
    return get(curl, url);
}

CURLcode bad_other_folder(CURL *curl) {
    return get(curl, "https://files.maker.example/catalogues-old/index.json");
}

CURLcode bad_other_scheme(CURL *curl) {
    return get(curl, "http://files.maker.example/catalogue/index.json");
}
