#include "transfer.h"

#include <curl/curl.h>

int fetch(const char *url, const char *login) {
    CURL *transfer = curl_easy_init();
    curl_easy_setopt(transfer, CURLOPT_URL, url);
    if (login)
        curl_easy_setopt(transfer, CURLOPT_USERPWD, login);
    // report@+1: crypto/cleartext-login
    int result = curl_easy_perform(transfer);
    curl_easy_cleanup(transfer);
    return result;
}
