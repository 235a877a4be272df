/* Whether to verify is decided by somebody else than the user. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static int hint(int fd, char *text, size_t size) {
    ssize_t got = recv(fd, text, size - 1, 0);
    if (got < 0)
        return -1;
    text[got] = 0;
    return 0;
}

int bad_hinted(int fd, const char *url) {
    char text[64];
    CURL *curl = curl_easy_init();
    if (hint(fd, text, sizeof text))
        return -1;
    curl_easy_setopt(curl, CURLOPT_URL, url);
    if (strcmp(text, "maintenance") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    return curl_easy_perform(curl);
}

static void read_settings(const char *path, char *text, size_t size) {
    FILE *file = fopen(path, "r");
    if (!file || !fgets(text, (int)size, file))
        text[0] = 0;
    if (file)
        fclose(file);
}

int good_configured(const char *url) {
    char text[64];
    CURL *curl = curl_easy_init();
    read_settings("/etc/agent.conf", text, sizeof text);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    if (strcmp(text, "tls-verify=no\n") == 0)
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
    return curl_easy_perform(curl);
}
