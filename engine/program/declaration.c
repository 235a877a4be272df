/* Endpoints: taking them apart and holding one against another. */
#include "engine/program/declaration.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "engine/base/arena.h"

static const struct {
    const char *scheme;
    uint32_t port;
} usual_ports[] = {
    {"http", 80},  {"https", 443}, {"ws", 80},     {"wss", 443},    {"ftp", 21},  {"ssh", 22},
    {"sftp", 22},  {"smtp", 25},   {"smtps", 465}, {"dns", 53},     {"ntp", 123}, {"ldap", 389},
    {"imap", 143}, {"imaps", 993}, {"mqtt", 1883}, {"mqtts", 8883},
};

static uint32_t usual_port(const char *scheme) {
    for (size_t i = 0; i < sizeof usual_ports / sizeof *usual_ports; i++)
        if (strcmp(usual_ports[i].scheme, scheme) == 0)
            return usual_ports[i].port;
    return 0;
}

/* LENGTH bytes of TEXT in lower case. */
static const char *lower(struct vt_arena *arena, const char *text, size_t length) {
    char *copy = vt_alloc(arena, length + 1);
    for (size_t i = 0; i < length; i++)
        copy[i] = (char)tolower((unsigned char)text[i]);
    return copy;
}

/* Letters, digits and what else host names, addresses and wildcards have in them. */
static bool is_host(const char *text, size_t length) {
    bool has_letter = false;
    for (size_t i = 0; i < length; i++) {
        has_letter |= isalnum((unsigned char)text[i]) != 0;
        if (!isalnum((unsigned char)text[i]) && !strchr(".-_:*", text[i]))
            return false;
    }
    return has_letter;
}

/* The digits at TEXT as a port; 0 for what is none, such as a `%` directive. */
static uint32_t port_of(const char *text, size_t length) {
    uint32_t port = 0;
    for (size_t i = 0; i < length; i++) {
        if (!isdigit((unsigned char)text[i]) || port > 6553)
            return 0;
        port = port * 10 + (uint32_t)(text[i] - '0');
    }
    return port <= 65535 ? port : 0;
}

/* Host and port of the LENGTH bytes of TEXT, "[::1]:80" or "host:80". */
static bool parse_authority(const char *text, size_t length, struct vt_arena *arena,
                            struct vt_endpoint *endpoint) {
    const char *at = memrchr(text, '@', length);
    if (at) {
        length -= (size_t)(at + 1 - text);
        text = at + 1;
    }
    const char *end = text + length, *host = text, *host_end = end, *port = NULL;
    if (length && *text == '[') {
        host++;
        host_end = memchr(text, ']', length);
        if (!host_end)
            return false;
        port = host_end + 1 < end && host_end[1] == ':' ? host_end + 2 : NULL;
    } else {
        const char *colon = memchr(text, ':', length);
        bool is_address = colon && memchr(colon + 1, ':', (size_t)(end - colon - 1));
        host_end = colon && !is_address ? colon : end;
        port = colon && !is_address ? colon + 1 : NULL;
    }
    if (!is_host(host, (size_t)(host_end - host)))
        return false;
    endpoint->host = lower(arena, host, (size_t)(host_end - host));
    endpoint->port = port ? port_of(port, (size_t)(end - port)) : usual_port(endpoint->scheme);
    return true;
}

bool vt_endpoint_parse(const char *text, struct vt_arena *arena, struct vt_endpoint *endpoint) {
    struct vt_endpoint parsed = {.scheme = "", .host = "", .path = ""};
    const char *mark = strstr(text, "://"), *rest = text;
    if (mark) {
        parsed.scheme = lower(arena, text, (size_t)(mark - text));
        rest = mark + 3;
    } else if (strncmp(text, "//", 2) == 0) {
        rest = text + 2;
    }
    size_t authority = strcspn(rest, "/?#");
    if (!parse_authority(rest, authority, arena, &parsed))
        return false;
    const char *path = rest + authority;
    size_t length = *path == '/' ? strcspn(path, "%?#") : 0;
    parsed.is_open = path[length] == '%';
    while (parsed.is_open && path[length - 1] != '/')
        length--;
    char *copy = vt_alloc(arena, length + 1);
    memcpy(copy, path, length);
    parsed.path = copy;
    *endpoint = parsed;
    return true;
}

static bool covers_host(const char *declared, const char *found) {
    while (*declared && *found) {
        size_t wanted = strcspn(declared, "."), length = strcspn(found, ".");
        bool any = wanted == 1 && *declared == '*';
        if (!any && (wanted != length || strncmp(declared, found, length) != 0))
            return false;
        declared += wanted;
        found += length;
        if (*declared != *found)
            return false;
        declared += *declared == '.';
        found += *found == '.';
    }
    return *declared == *found;
}

/* By whole segments: "/update" covers "/update/x", not "/updates". */
static bool covers_path(const char *declared, const struct vt_endpoint *found) {
    size_t wanted = strlen(declared), length = strlen(found->path);
    while (wanted && declared[wanted - 1] == '/')
        wanted--;
    if (wanted == 0 || length == 0)
        return true;
    if (found->is_open && length <= wanted + 1)
        return strncmp(declared, found->path, length - 1) == 0;
    return strncmp(declared, found->path, wanted) == 0 &&
           (found->path[wanted] == '/' || found->path[wanted] == '\0');
}

bool vt_endpoint_covers(const struct vt_endpoint *declared, const struct vt_endpoint *found) {
    if (*declared->scheme && *found->scheme && strcmp(declared->scheme, found->scheme) != 0)
        return false;
    if (declared->port && found->port && declared->port != found->port)
        return false;
    return covers_host(declared->host, found->host) && covers_path(declared->path, found);
}
