/* A setting turns the check off; beside it the form where both ways are checked. */
#include <fcntl.h>
#include <sodium.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

struct settings {
    int check_signatures;
    unsigned char key[2][crypto_sign_PUBLICKEYBYTES];
};

struct package {
    unsigned char signature[crypto_sign_BYTES];
    unsigned char body[32768];
};

static int take(int in, struct package *package, const char *path) {
    ssize_t size = recv(in, package, sizeof *package, MSG_WAITALL);
    int out = open(path, O_WRONLY | O_CREAT | O_EXCL, 0700);
    if (out < 0 || size != sizeof *package)
        return -1;
    size = write(out, package->body, sizeof package->body);
    close(out);
    return size == sizeof package->body ? 0 : -1;
}

int bad_package(int in, const struct settings *settings) {
    struct package package;
    if (take(in, &package, "/var/lib/agent/setup"))
        return -1;
    if (settings->check_signatures &&
        crypto_sign_verify_detached(package.signature, package.body, sizeof package.body,
                                    settings->key[0]))
        return -1;
    char *arguments[] = {"setup", NULL};
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-skipped]}}
    return execv("/var/lib/agent/setup", arguments);
}

int good_package(int in, const struct settings *settings) {
    struct package package;
    if (take(in, &package, "/var/lib/agent/install"))
        return -1;
    if (crypto_sign_verify_detached(package.signature, package.body, sizeof package.body,
                                    settings->key[0]) != 0 &&
        crypto_sign_verify_detached(package.signature, package.body, sizeof package.body,
                                    settings->key[1]) != 0)
        return -1;
    char *arguments[] = {"install", NULL};
    return execv("/var/lib/agent/install", arguments);
}
