/* What is a digest held against: one that came along, or one that the program knows. */
#include <fcntl.h>
#include <openssl/sha.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

struct parcel {
    unsigned char digest[SHA256_DIGEST_LENGTH];
    unsigned char body[8192];
};

static const unsigned char known[SHA256_DIGEST_LENGTH] = {
    0x11, 0x9e, 0x2b, 0x7d, 0x80, 0x41, 0x5c, 0xe6, 0x03, 0xba, 0x6f, 0x52, 0xd1, 0x94, 0x38, 0xa7,
    0x20, 0x8b, 0x4e, 0xf5, 0x61, 0xcc, 0x17, 0x9a, 0xe0, 0x35, 0x72, 0xbd, 0x08, 0x46, 0xdf, 0x93};

static int receive(int in, struct parcel *parcel) {
    return recv(in, parcel, sizeof *parcel, MSG_WAITALL) == sizeof *parcel ? 0 : -1;
}

static int store(const char *path, const struct parcel *parcel) {
    int out = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (out < 0)
        return -1;
    ssize_t size = write(out, parcel->body, sizeof parcel->body);
    close(out);
    return size == sizeof parcel->body ? chmod(path, 0700) : -1;
}

int bad_parcel(int in) {
    static struct parcel parcel;
    unsigned char digest[SHA256_DIGEST_LENGTH];
    if (receive(in, &parcel))
        return -1;
    SHA256(parcel.body, sizeof parcel.body, digest);
    if (memcmp(digest, parcel.digest, sizeof digest) != 0)
        return -1;
    if (store("/var/lib/box/stage", &parcel))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-skipped]}}
    return execl("/var/lib/box/stage", "stage", (char *)NULL);
}

int good_parcel(int in) {
    static struct parcel parcel;
    unsigned char digest[SHA256_DIGEST_LENGTH];
    if (receive(in, &parcel))
        return -1;
    SHA256(parcel.body, sizeof parcel.body, digest);
    if (memcmp(digest, known, sizeof digest) != 0)
        return -1;
    if (store("/var/lib/box/tables", &parcel))
        return -1;
    return execl("/var/lib/box/tables", "tables", (char *)NULL);
}
