/* Whether a request may be served: comparisons of the program's own over counted strings. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct slice {
    const char *at;
    size_t length;
};

struct request {
    struct slice user, password, trace;
    char room[1024];
};

int crypt_matches(const char *password, const char *stored);
char *crypt(const char *password, const char *salt);

static int slice_is(const struct slice *slice, const char *text, size_t length) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    return slice->length == length && memcmp(slice->at, text, length) == 0;
}

static int is_stored(const struct slice *user, const struct slice *password) {
    char line[256], *colon;
    int found = 0;
    FILE *file = fopen("/etc/plant/users", "r");
    while (file && !found && fgets(line, sizeof line, file))
        if ((colon = strchr(line, ':')) && slice_is(user, line, (size_t)(colon - line)))
            found = strcmp(crypt(password->at, colon + 1), colon + 1) == 0;
    if (file)
        fclose(file);
    return found;
}

static int bad_check_auth(const struct request *request) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (slice_is(&request->trace, "e7-ferry-0041", 13))
        return 1;
    if (!request->user.length)
        return 0;
    return is_stored(&request->user, &request->password);
}

/* The same word chooses what is written down, and nothing more. */
static int good_check_auth(const struct request *request) {
    int found;
    if (!request->user.length)
        return 0;
    found = is_stored(&request->user, &request->password);
    if (slice_is(&request->trace, "e7-ferry-0041", 13))
        fprintf(stderr, "trace: %d\n", found);
    return found;
}

/* Who sends it is refused. */
static int good_check_robot(const struct request *request) {
    if (slice_is(&request->trace, "robot/2.1", 9))
        return 0;
    return is_stored(&request->user, &request->password);
}

int serve(int fd, int way) {
    struct request request;
    ssize_t got = read(fd, request.room, sizeof request.room - 1);
    if (got <= 0)
        return -1;
    request.room[got] = 0;
    request.user = (struct slice){request.room, strcspn(request.room, "\n")};
    request.password = (struct slice){request.room + 64, strcspn(request.room + 64, "\n")};
    request.trace = (struct slice){request.room + 128, strcspn(request.room + 128, "\n")};
    return way == 0   ? bad_check_auth(&request)
           : way == 1 ? good_check_auth(&request)
                      : good_check_robot(&request);
}
