/* Each field of a request has its own words: a list of one is none of another. */
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

struct request {
    char path[200], client[120], name[60], pass[60];
};

char *crypt(const char *password, const char *salt);

static const char *const open_to_all[] = {"/icon.png", "/imprint.html", "/style.css", NULL};

static int is_open(const struct request *request) {
    for (int i = 0; open_to_all[i]; i++)
        if (strcmp(request->path, open_to_all[i]) == 0)
            return 1;
    return 0;
}

static int knows_password(const struct request *request) {
    char line[200], *colon;
    int found = 0;
    FILE *file = fopen("/etc/kiln/users", "r");
    while (file && !found && fgets(line, sizeof line, file)) {
        if (!(colon = strchr(line, ':')))
            continue;
        *colon++ = '\0';
        // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/cleartext-login]}}
        found = strcmp(line, request->name) == 0 && strcmp(crypt(request->pass, colon), colon) == 0;
    }
    if (file)
        fclose(file);
    return found;
}

static int bad_check_login(const struct request *request) {
    if (strcmp(request->path, "/help") == 0 || strcmp(request->path, "/about") == 0 ||
        strcmp(request->path, "/licence") == 0)
        return 1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (strstr(request->client, "kilnview/0.0.7b"))
        return 1;
    return knows_password(request);
}

/* A client that is too old is told so. */
static int good_check_login(const struct request *request) {
    if (is_open(request))
        return 1;
    if (strstr(request->client, "kilnview/0.0.1a"))
        return 0;
    return knows_password(request);
}

static void read_request(FILE *peer, struct request *request) {
    char line[300];
    memset(request, 0, sizeof *request);
    while (fgets(line, sizeof line, peer) && line[0] != '\n') {
        if (strncmp(line, "get ", 4) == 0)
            snprintf(request->path, sizeof request->path, "%s", line + 4);
        else if (strncmp(line, "client ", 7) == 0)
            snprintf(request->client, sizeof request->client, "%s", line + 7);
        else if (strncmp(line, "user ", 5) == 0)
            snprintf(request->name, sizeof request->name, "%s", line + 5);
    }
    if (fgets(request->pass, sizeof request->pass, peer))
        request->pass[strcspn(request->pass, "\n")] = '\0';
}

int main(void) {
    struct request request;
    struct sockaddr_in here = {.sin_family = AF_INET, .sin_port = htons(8081)};
    int listener = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(listener, (struct sockaddr *)&here, sizeof here) != 0 || listen(listener, 4) != 0)
        return 1;
    for (;;) {
        FILE *peer = fdopen(accept(listener, NULL, NULL), "r+");
        if (!peer)
            return 1;
        read_request(peer, &request);
        fprintf(peer, "%d %d\n", bad_check_login(&request), good_check_login(&request));
        fclose(peer);
    }
}
