// report: nothing
#include "options.h"

#include <curl/curl.h>

int main(int argc, char **argv) {
    CURL *curl = curl_easy_init();
    options_load(argc, argv);
    curl_easy_setopt(curl, CURLOPT_URL, options.url);
    if (options.strict)
        return curl_easy_perform(curl);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    return curl_easy_perform(curl);
}
