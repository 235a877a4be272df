/* A file of the product goes to its maker: always, or only if the owner agreed. */
#include <curl/curl.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define COLLECTOR "https://crash.meter.example/v2"

static char *map_file(const char *path, size_t *size) {
    struct stat info;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &info))
        return NULL;
    *size = (size_t)info.st_size;
    char *text = mmap(NULL, *size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    return text;
}

static int post(const char *data, size_t size) {
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, COLLECTOR);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)size);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, data);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/file-to-network]}}
    CURLcode code = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return code == CURLE_OK;
}

int bad_after_start(void) {
    size_t size = 0;
    char *text = map_file("/var/log/meter/session.log", &size);
    return text ? post(text, size) : -1;
}

static int agreed(void) {
    char line[128];
    int yes = 0;
    FILE *file = fopen("/etc/meter.conf", "r");
    while (file && fgets(line, sizeof line, file))
        if (strcmp(line, "crash-reports=yes\n") == 0)
            yes = 1;
    if (file)
        fclose(file);
    return yes;
}

int good_after_crash(void) {
    size_t size = 0;
    if (!agreed())
        return 0;
    char *data = map_file("/var/log/meter/session.log", &size);
    CURL *curl = curl_easy_init();
    curl_easy_setopt(curl, CURLOPT_URL, COLLECTOR);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE, (long)size);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, data);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return code == CURLE_OK;
}
