/* Who checks a signature ends the program if it is bad, so that nothing is returned that anybody
 * could read. It has to do so before. */
#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

extern EVP_PKEY *vendor;

struct package {
    unsigned char body[65536], signature[256];
    ssize_t size;
};

static int fetch(struct package *package, int from) {
    package->size = recv(from, package->body, sizeof package->body, MSG_WAITALL);
    return package->size <= 0 ||
           recv(from, package->signature, sizeof package->signature, MSG_WAITALL) != 256;
}

static void verify_or_die(const struct package *package) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int good = context && EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, vendor) == 1 &&
               EVP_DigestVerify(context, package->signature, 256, package->body,
                                (size_t)package->size) == 1;
    EVP_MD_CTX_free(context);
    if (!good) {
        fputs("bad signature\n", stderr);
        exit(1);
    }
}

static void verify_and_grumble(const struct package *package) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    int good = context && EVP_DigestVerifyInit(context, NULL, EVP_sha256(), NULL, vendor) == 1 &&
               EVP_DigestVerify(context, package->signature, 256, package->body,
                                (size_t)package->size) == 1;
    EVP_MD_CTX_free(context);
    if (!good)
        fputs("bad signature\n", stderr);
}

static void put(const struct package *package, const char *path) {
    FILE *out = fopen(path, "wb");
    if (!out)
        exit(1);
    fwrite(package->body, 1, (size_t)package->size, out);
    fclose(out);
}

void good_install(int from, char **arguments) {
    static struct package package;
    if (fetch(&package, from))
        return;
    verify_or_die(&package);
    put(&package, "/opt/meter/meter");
    chmod("/opt/meter/meter", 0755);
    execv("/opt/meter/meter", arguments);
}

void bad_install(int from, char **arguments) {
    static struct package package;
    if (fetch(&package, from))
        return;
    verify_and_grumble(&package);
    put(&package, "/opt/meter/probe");
    chmod("/opt/meter/probe", 0755);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-misread]}}
    execv("/opt/meter/probe", arguments);
}

/* It is called, but only when all has happened. */
void bad_afterwards(int from, char **arguments) {
    static struct package package;
    if (fetch(&package, from))
        return;
    put(&package, "/opt/meter/late");
    chmod("/opt/meter/late", 0755);
    if (fork() == 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-misread]}}
        execv("/opt/meter/late", arguments);
    verify_or_die(&package);
}
