/* As much of HTTP/1.0 as the device needs, and a cache for when it is offline. */
#include "larder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CACHE   "/var/cache/larderd"
#define LARGEST (4u << 20)

static int receive(struct link *link, struct reply *reply) {
    char part[4096];
    char *data = NULL;
    size_t size = 0;
    int got;
    while ((got = net_read(link, part, sizeof part)) > 0 && size < LARGEST) {
        char *grown = realloc(data, size + (size_t)got + 1);
        if (!grown)
            break;
        data = grown;
        memcpy(data + size, part, (size_t)got);
        size += (size_t)got;
        data[size] = 0;
    }
    char *body = data ? strstr(data, "\r\n\r\n") : NULL;
    if (!body || sscanf(data, "HTTP/1.%*d %d", &reply->status) != 1) {
        free(data);
        return -1;
    }
    body += 4;
    reply->size = size - (size_t)(body - data);
    reply->body = malloc(reply->size + 1);
    if (reply->body) {
        memcpy(reply->body, body, reply->size);
        reply->body[reply->size] = 0;
    }
    free(data);
    return reply->body ? 0 : -1;
}

int http_get(const char *host, const char *path, struct reply *reply) {
    char request[512];
    struct link link;
    memset(reply, 0, sizeof *reply);
    int size = snprintf(request, sizeof request, "GET %s HTTP/1.0\r\nHost: %s\r\n\r\n", path, host);
    if (net_open(&link, host, "443"))
        return -1;
    int status = net_write(&link, request, (size_t)size);
    if (status == 0)
        status = receive(&link, reply);
    net_close(&link);
    return status == 0 && reply->status == 200 ? 0 : -1;
}

int http_post(const char *host, const char *path, const char *token, const char *body) {
    char request[2048];
    struct link link;
    struct reply reply = {0, NULL, 0};
    int size = snprintf(request, sizeof request,
                        "POST %s HTTP/1.0\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
                        "Content-Length: %zu\r\n\r\n%s",
                        path, host, token, strlen(body), body);
    if (size >= (int)sizeof request || net_open(&link, host, "443"))
        return -1;
    int status = net_write(&link, request, (size_t)size);
    if (status == 0)
        status = receive(&link, &reply);
    net_close(&link);
    http_free(&reply);
    return status == 0 && reply.status / 100 == 2 ? 0 : -1;
}

int http_get_cached(const char *host, const char *path, struct reply *reply) {
    char name[33], file_name[128];
    crypto_cache_name(path, name);
    snprintf(file_name, sizeof file_name, CACHE "/%s", name);
    if (http_get(host, path, reply) == 0) {
        FILE *file = fopen(file_name, "wb");
        if (file) {
            fwrite(reply->body, 1, reply->size, file);
            fclose(file);
        }
        return 0;
    }
    reply->body = calloc(1, 65536);
    if (!reply->body || text_read_file(file_name, reply->body, 65536))
        return -1;
    reply->size = strlen(reply->body);
    return 0;
}

void http_free(struct reply *reply) {
    free(reply->body);
    reply->body = NULL;
}
