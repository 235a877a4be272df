/* Another program fetches the file: a command, with the name of the file in it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int run(const char *command) {
    int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int bad_agent(void) {
    if (run("wget -q https://get.vendor.example/agent -O /tmp/agent") != 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return system("chmod +x /tmp/agent && /tmp/agent --once");
}

int bad_next(const char *from) {
    char command[256];
    snprintf(command, sizeof command, "curl -fsS --output /var/lib/box/next %s/next", from);
    if (system(command))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return execl("/var/lib/box/next", "next", "--replace", (char *)NULL);
}

/* What the command prints is written to the file by the program. */
int bad_printed(void) {
    char part[512];
    size_t size;
    FILE *page = popen("curl -s https://get.vendor.example/tune.sh", "r");
    FILE *script = fopen("/tmp/tune.sh", "w");
    while (page && script && (size = fread(part, 1, sizeof part, page)) > 0)
        fwrite(part, 1, size, script);
    if (page)
        pclose(page);
    if (script)
        fclose(script);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return system("sh /tmp/tune.sh");
}

int bad_piped(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return system("curl -fsSL https://get.vendor.example/setup | sh");
}

/* A page for people, shown by a program of the host. */
int good_page(void) {
    if (run("wget -q https://www.vendor.example/news.html -O /var/cache/box/news.html") != 0)
        return -1;
    return system("/usr/bin/box-browser /var/cache/box/news.html");
}

/* What is run lies beside what was fetched. */
int good_beside(const char *from) {
    char command[256];
    snprintf(command, sizeof command, "curl -fsS --output /var/lib/box/rates.csv %s/rates", from);
    if (system(command))
        return -1;
    return execl("/usr/libexec/box/rates", "rates", "/var/lib/box/rates.csv", (char *)NULL);
}

/* Another command looks at a signature first. */
int good_signed(void) {
    if (run("wget -q https://get.vendor.example/helper -O /tmp/helper") != 0 ||
        run("wget -q https://get.vendor.example/helper.sig -O /tmp/helper.sig") != 0 ||
        run("gpgv --keyring /etc/box/vendor.gpg /tmp/helper.sig /tmp/helper") != 0)
        return -1;
    return system("chmod +x /tmp/helper && /tmp/helper");
}

/* What a program of the host prints is not from the network. */
int good_local(void) {
    char part[512];
    size_t size;
    FILE *page = popen("/usr/bin/box-profile --shell", "r");
    FILE *script = fopen("/run/box/profile.sh", "w");
    while (page && script && (size = fread(part, 1, sizeof part, page)) > 0)
        fwrite(part, 1, size, script);
    if (page)
        pclose(page);
    if (script)
        fclose(script);
    return system("sh /run/box/profile.sh");
}
