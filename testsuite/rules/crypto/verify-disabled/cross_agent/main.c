/* The field that decides is set in another unit, and not by the user. */
#include "options.h"

#include <curl/curl.h>

int main(int argc, char **argv) {
    struct options options;
    CURL *curl = curl_easy_init();
    options_load(&options, argc, argv);
    curl_easy_setopt(curl, CURLOPT_URL, options.url);
    // report@+1: crypto/verify-disabled
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, options.strict);
    while (options.retries-- > 0)
        if (curl_easy_perform(curl) == CURLE_OK)
            return 0;
    return 1;
}
