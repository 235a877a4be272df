/* Logins by HTTP and FTP, with what else is told of the transfer. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>

int bad_basic(const char *user, const char *password) {
    CURL *transfer = curl_easy_init();
    curl_easy_setopt(transfer, CURLOPT_URL, "http://cloud.example/api/login");
    curl_easy_setopt(transfer, CURLOPT_USERNAME, user);
    curl_easy_setopt(transfer, CURLOPT_PASSWORD, password);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    int result = curl_easy_perform(transfer);
    curl_easy_cleanup(transfer);
    return result;
}

int good_basic(const char *user, const char *password) {
    CURL *transfer = curl_easy_init();
    curl_easy_setopt(transfer, CURLOPT_URL, "https://cloud.example/api/login");
    curl_easy_setopt(transfer, CURLOPT_USERNAME, user);
    curl_easy_setopt(transfer, CURLOPT_PASSWORD, password);
    int result = curl_easy_perform(transfer);
    curl_easy_cleanup(transfer);
    return result;
}

/* No password, and none to lose. */
int good_public(const char *user) {
    CURL *transfer = curl_easy_init();
    curl_easy_setopt(transfer, CURLOPT_URL, "http://cloud.example/api/news");
    curl_easy_setopt(transfer, CURLOPT_USERNAME, user);
    int result = curl_easy_perform(transfer);
    curl_easy_cleanup(transfer);
    return result;
}

struct job {
    CURL *transfer;
    const char *server;
};

static int run(struct job *job, const char *path) {
    char url[256];
    snprintf(url, sizeof url, "%s/%s", job->server, path);
    curl_easy_setopt(job->transfer, CURLOPT_URL, url);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
    return curl_easy_perform(job->transfer);
}

int bad_upload(const char *path) {
    struct job job = {curl_easy_init(), "ftp://backup.example"};
    curl_easy_setopt(job.transfer, CURLOPT_USERPWD, getenv("BACKUP_LOGIN"));
    return run(&job, path);
}

/* TLS is asked for before the login. */
int good_upload(const char *path) {
    char url[256];
    CURL *transfer = curl_easy_init();
    snprintf(url, sizeof url, "ftp://backup.example/%s", path);
    curl_easy_setopt(transfer, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
    curl_easy_setopt(transfer, CURLOPT_URL, url);
    curl_easy_setopt(transfer, CURLOPT_USERPWD, getenv("BACKUP_LOGIN"));
    return curl_easy_perform(transfer);
}

/* Whose server it is, the owner says; and this host. */
int good_configured(const char *password) {
    CURL *transfer = curl_easy_init();
    curl_easy_setopt(transfer, CURLOPT_URL, getenv("CLOUD_SERVER"));
    curl_easy_setopt(transfer, CURLOPT_PASSWORD, password);
    return curl_easy_perform(transfer);
}

int good_local(const char *password) {
    CURL *transfer = curl_easy_init();
    curl_easy_setopt(transfer, CURLOPT_URL, "http://127.0.0.1:8080/login");
    curl_easy_setopt(transfer, CURLOPT_PASSWORD, password);
    return curl_easy_perform(transfer);
}
