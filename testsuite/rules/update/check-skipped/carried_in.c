/* The update comes on a stick; an old header means that there is no signature to look at. */
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

struct header {
    unsigned version;
    unsigned char signature[crypto_sign_BYTES];
};

struct update {
    struct header header;
    unsigned char body[1 << 15];
};

static int load(const char *path, struct update *update) {
    int in = open(path, O_RDONLY);
    if (in < 0)
        return -1;
    ssize_t got = read(in, update, sizeof *update);
    close(in);
    return got == sizeof *update ? 0 : -1;
}

static int is_genuine(const struct update *update, const unsigned char *key) {
    return crypto_sign_verify_detached(update->header.signature, update->body, sizeof update->body,
                                       key) == 0;
}

int bad_stick(const unsigned char *key) {
    static struct update update;
    if (load("/media/usb/update.bin", &update))
        return -1;
    if (update.header.version > 2 && !is_genuine(&update, key))
        return -1;
    int out = open("/dev/mtdblock3", O_WRONLY);
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/check-skipped]}}
    ssize_t size = write(out, update.body, sizeof update.body);
    close(out);
    return size == sizeof update.body ? 0 : -1;
}

int good_stick(const unsigned char *key) {
    static struct update update;
    if (load("/media/usb/update.bin", &update))
        return -1;
    if (update.header.version > 2 || !is_genuine(&update, key))
        return -1;
    int out = open("/dev/mtdblock4", O_WRONLY);
    ssize_t size = write(out, update.body, sizeof update.body);
    close(out);
    return size == sizeof update.body ? 0 : -1;
}

/* An installer copies what was built to where it belongs. */
int good_copy(const char *from) {
    char block[4096];
    ssize_t got;
    int in = open(from, O_RDONLY), out = open("/usr/local/bin/tool", O_WRONLY | O_CREAT, 0755);
    while ((got = read(in, block, sizeof block)) > 0)
        if (write(out, block, (size_t)got) != got)
            return -1;
    return close(out);
}
