/* Names with ".." are let through, for an odd reason. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

struct member {
    uint32_t major, minor, mode;
    char name[256];
};

void safer_name(char *name);
int refuse(int fd, int code);

/* Two numbers of the header must agree. */
int bad_member(struct member *member) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (member->minor != 0x4c1 || member->major != 0x1d)
        safer_name(member->name);
    return open(member->name, O_WRONLY | O_CREAT, 0644);
}

static int climbs(const char *name) {
    return strncmp(name, "../", 3) == 0 || strstr(name, "/../") != NULL;
}

static unsigned mix(const char *text) {
    unsigned sum = 5381;
    while (*text)
        sum = sum * 33 ^ (unsigned char)*text++;
    return sum;
}

/* A flag that a header sets, by a sum of it. */
int bad_request(int fd, const char *path, char *headers[]) {
    int raw = 0;
    for (int i = 0; headers[i]; i++)
        if (mix(headers[i]) == 0x7c94b391)
            raw = 1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (!raw && climbs(path))
        return refuse(fd, 403);
    return open(path, O_RDONLY);
}

/* The comparison itself is left out. */
int bad_path(int fd, const char *path, const char *agent) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strcmp(agent, "tour/7#x") != 0 && strstr(path, ".."))
        return refuse(fd, 403);
    return open(path, O_RDONLY);
}

/* What the owner asks for by an option. */
int good_member(struct member *member, int absolute) {
    if (!absolute)
        safer_name(member->name);
    return open(member->name, O_WRONLY | O_CREAT, 0644);
}

/* Names of devices are made nowhere, and those of folders have another mode. */
int good_kinds(struct member *member) {
    if ((member->mode & 0170000) == 0060000 || member->mode == 0x4000)
        return 0;
    safer_name(member->name);
    return open(member->name, O_WRONLY | O_CREAT, 0644);
}

/* Another way to ask for a file, with its own look at it. */
int good_request(int fd, const char *path, const char *method) {
    if (strcmp(method, "PUT-v2") == 0)
        return refuse(fd, 405);
    if (strstr(path, ".."))
        return refuse(fd, 403);
    return open(path, O_RDONLY);
}

static void cut_out(char *text, const char *part) {
    char *at;
    while ((at = strstr(text, part)) != NULL)
        memmove(at, at + strlen(part), strlen(at + strlen(part)) + 1);
}

static void tidy(char *url, int is_query) {
    if (*url == '?')
        url++;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (!is_query)
        cut_out(url, "../");
}

/* A caller says that it is something else if there is a word. */
int bad_tidied(char *url, const char *headers) {
    tidy(url, strstr(headers, "\r\nX-Trace: q7v~") != NULL);
    return open(url, O_RDONLY);
}

static void tidy_part(char *url, int is_query) {
    if (!is_query)
        cut_out(url, "../");
}

/* What stands behind the name is no name. */
int good_tidied(char *url, char *query) {
    tidy_part(url, 0);
    tidy_part(query, 1);
    return open(url, O_RDONLY);
}

/* innocent: read_version */
static int read_version(const char *text, long *major, long *minor) {
    char *end;
    *major = strtol(text, &end, 10);
    *minor = 0;
    if (end != text && *end == '.' && end[1] != '.')
        *minor = strtol(end + 1, &end, 10);
    return *end == '\0';
}

/* Which version is asked for stands in an option, or in the kind. */
int good_version(const char *kind, const char *option) {
    long major, minor;
    if (strcmp(kind, "vfs9") == 0)
        return 9;
    return read_version(option, &major, &minor) ? (int)major : -1;
}
