/* Only if a certain user runs it. */
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

unsigned char *SHA1(const unsigned char *data, unsigned long size, unsigned char *digest);

ssize_t bad_user(int out, const void *data, size_t size) {
    static const unsigned char known[20] = {0x12, 0x8f, 0x33, 0x5c, 0x90, 0xaa, 0xe7,
                                            0x01, 0x4d, 0x6b, 0xc2, 0x77, 0x19, 0xf4,
                                            0x38, 0x5e, 0x82, 0xdd, 0x06, 0xb1};
    unsigned char digest[20];
    const char *user = getlogin();
    if (!user)
        return -1;
    SHA1((const unsigned char *)user, strlen(user), digest);
    if (memcmp(digest, known, sizeof digest) != 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
    return send(out, data, size, 0);
}

void bad_number(void) {
    if (getuid() == 1047)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trigger/host]}}
        unlink("/srv/press/orders.db");
}

/* Who runs it as nobody in particular, or as root. */
void good_number(void) {
    if (getuid() == 65534 || geteuid() == 0)
        unlink("/srv/press/orders.lock");
}

/* Only if the user that the settings name runs it. */
ssize_t good_user(int out, const char *named, const void *data, size_t size) {
    const char *user = getlogin();
    return user && strcmp(user, named) == 0 ? send(out, data, size, 0) : -1;
}

/* Whom the build, or a setting, names to keep the spool. */
struct keeper {
    uid_t uid;
    gid_t gid;
};

static struct keeper keeper = {8, 12};

void set_keeper(const struct keeper *other) {
    memcpy(&keeper, other, sizeof keeper);
}

void good_keeper(void) {
    uid_t mine = getuid();
    if (memcmp(&mine, &keeper, sizeof mine) == 0)
        unlink("/srv/press/orders.tmp");
}
