/* Image and checksum come from the same place, in the clear. */
#include <curl/curl.h>
#include <dlfcn.h>
#include <openssl/evp.h>
#include <stdio.h>
#include <string.h>

struct buffer {
    unsigned char data[1 << 15];
    size_t used;
};

static size_t fill(char *part, size_t one, size_t count, void *context) {
    struct buffer *buffer = context;
    size_t size = one * count;
    if (size > sizeof buffer->data - buffer->used)
        return 0;
    memcpy(buffer->data + buffer->used, part, size);
    buffer->used += size;
    return size;
}

static int get(const char *url, struct buffer *buffer) {
    CURL *curl = curl_easy_init();
    buffer->used = 0;
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, fill);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, buffer);
    CURLcode code = curl_easy_perform(curl);
    curl_easy_cleanup(curl);
    return code != CURLE_OK;
}

static int save(const char *path, const struct buffer *buffer) {
    FILE *file = fopen(path, "wb");
    if (!file)
        return -1;
    size_t written = fwrite(buffer->data, 1, buffer->used, file);
    return fclose(file) || written != buffer->used;
}

void *bad_module(void) {
    static struct buffer image, sum;
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (get("http://parts.vendor.example/module", &image) ||
        get("http://parts.vendor.example/module.sha256", &sum))
        return NULL;
    EVP_Digest(image.data, image.used, digest, NULL, EVP_sha256(), NULL);
    if (memcmp(digest, sum.data, 32) != 0 || save("/opt/box/module.so", &image))
        return NULL;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/insecure-transport]}}
    return dlopen("/opt/box/module.so", RTLD_NOW);
}

/* The same with a picture: it is saved, and what is loaded was there before. */
void *good_picture(void) {
    static struct buffer image, sum;
    unsigned char digest[EVP_MAX_MD_SIZE];
    if (get("http://parts.vendor.example/logo", &image) ||
        get("http://parts.vendor.example/logo.sha256", &sum))
        return NULL;
    EVP_Digest(image.data, image.used, digest, NULL, EVP_sha256(), NULL);
    if (memcmp(digest, sum.data, 32) != 0 || save("/opt/box/logo.png", &image))
        return NULL;
    return dlopen("/opt/box/viewer.so", RTLD_NOW);
}
