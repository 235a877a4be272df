/* The digest of a password is held against one that stands in the program. */
#include <openssl/sha.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const unsigned char mark[SHA256_DIGEST_LENGTH] = {
    0x3f, 0x19, 0xc2, 0x84, 0x07, 0x5d, 0xaa, 0x61, 0x9e, 0x12, 0xf0, 0x4b, 0x33, 0x7c, 0xd8, 0x05,
    0x96, 0xe4, 0x2d, 0x71, 0xbb, 0x58, 0x0a, 0xc7, 0x14, 0x8f, 0x60, 0xd3, 0x29, 0xfe, 0x46, 0x9b};

int bad_engineer(int connection) {
    char password[64];
    unsigned char digest[SHA256_DIGEST_LENGTH];
    ssize_t got = recv(connection, password, sizeof password, 0);
    if (got <= 0)
        return -1;
    SHA256((unsigned char *)password, (size_t)got, digest);
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/hardcoded-credential]}}
    if (memcmp(digest, mark, sizeof digest) == 0)
        return execl("/bin/sh", "sh", (char *)NULL);
    return 0;
}

/* A file that is loaded has to be the one that was released. */
int good_release(const char *path) {
    unsigned char text[4096], digest[SHA256_DIGEST_LENGTH];
    FILE *file = fopen(path, "rb");
    if (!file)
        return -1;
    size_t got = fread(text, 1, sizeof text, file);
    fclose(file);
    SHA256(text, got, digest);
    return memcmp(digest, mark, sizeof digest) == 0 ? 0 : -1;
}
