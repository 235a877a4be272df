/* The result is there, and then it is not. */
#include <fcntl.h>
#include <openssl/objects.h>
#include <openssl/rsa.h>
#include <openssl/sha.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

#pragma clang diagnostic ignored "-Wdeprecated-declarations"

struct package {
    unsigned char signature[256];
    unsigned char body[4096];
};

static int receive(int in, struct package *package) {
    return recv(in, package, sizeof *package, MSG_WAITALL) == sizeof *package ? 0 : -1;
}

static int store(const char *path, const struct package *package) {
    int out = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0755);
    if (out < 0)
        return -1;
    ssize_t size = write(out, package->body, sizeof package->body);
    close(out);
    return size == sizeof package->body ? 0 : -1;
}

static int verify(const struct package *package, RSA *key) {
    unsigned char digest[SHA256_DIGEST_LENGTH];
    SHA256(package->body, sizeof package->body, digest);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/verify-misread]}}
    return RSA_verify(NID_sha256, digest, sizeof digest, package->signature,
                      sizeof package->signature, key);
}

int bad_overwritten(int in, RSA *key) {
    static struct package package;
    int status = receive(in, &package);
    if (status)
        return status;
    status = verify(&package, key);
    if (status != 1)
        fprintf(stderr, "signature: %d\n", status);
    status = store("/opt/box/worker", &package);
    if (status)
        return status;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-misread]}}
    return execl("/opt/box/worker", "worker", (char *)NULL);
}

int good_overwritten(int in, RSA *key) {
    static struct package package;
    int status = receive(in, &package);
    if (status)
        return status;
    status = verify(&package, key);
    if (status != 1) {
        fprintf(stderr, "signature: %d\n", status);
        return -1;
    }
    status = store("/opt/box/helper", &package);
    if (status)
        return status;
    return execl("/opt/box/helper", "helper", (char *)NULL);
}
