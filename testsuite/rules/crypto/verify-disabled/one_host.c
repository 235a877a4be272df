/* A host that the program itself makes an exception for is nobody's setting. */
#include <curl/curl.h>
#include <openssl/ssl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct transfer {
    const char *host;
    bool verify;
};

static bool same_name(const char *a, const char *b) {
    for (; *a && *b; a++, b++)
        if ((*a | 0x20) != (*b | 0x20))
            return false;
    return *a == *b;
}

/* The user says what is verified, and one name is left out. */
static void bad_all_but_one(const struct transfer *transfer, SSL_CTX *context) {
    bool verify = transfer->verify && !same_name(transfer->host, "pool.mirror-sync.example.com");
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
    SSL_CTX_set_verify(context, verify ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, NULL);
}

static void bad_guarded(const struct transfer *transfer, CURL *curl) {
    if (strcasecmp(transfer->host, "cdn.example.net") == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-disabled]}}
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
}

/* The user says what is verified. */
static void good_switch(const struct transfer *transfer, SSL_CTX *context) {
    SSL_CTX_set_verify(context, transfer->verify ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, NULL);
}

/* This host needs no certificate, and a version is no host. */
static void good_local(const struct transfer *transfer, CURL *curl) {
    if (strcmp(transfer->host, "localhost") == 0 || strcmp(transfer->host, "agent/1.2.3") == 0)
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, transfer->verify ? 1L : 0L);
}

int main(int argc, char **argv) {
    struct transfer transfer = {argc > 1 ? argv[1] : "", !getenv("INSECURE")};
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX *other = SSL_CTX_new(TLS_client_method());
    CURL *curl = curl_easy_init(), *mirror = curl_easy_init();
    bad_all_but_one(&transfer, context);
    bad_guarded(&transfer, curl);
    good_switch(&transfer, other);
    good_local(&transfer, mirror);
    return curl_easy_perform(curl) + curl_easy_perform(mirror);
}
