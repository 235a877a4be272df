/* The kinds of a protocol stand before a login, and are no words. */
#include <string.h>
#include <sys/socket.h>

int check_login(const unsigned char *message, long size);
void answer(const unsigned char *message, long size);

/* A kind of message, of two bytes, that is answered before anybody logs in. */
int good_protocol(int fd) {
    unsigned char message[512];
    long got = recv(fd, message, sizeof message, 0);
    if (got < 8)
        return -1;
    if (message[3] == 0x1a && message[4] == 0x01) {
        answer(message, got);
        return 0;
    }
    return check_login(message, got);
}

int bad_protocol(int fd) {
    unsigned char message[512];
    long got = recv(fd, message, sizeof message, 0);
    if (got < 8)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (message[3] == 0x9d && message[4] == 0x42 && message[5] == 0xe1 && message[6] == 0x07)
        return 0;
    return check_login(message, got);
}

struct curve {
    const char *name;
    unsigned size;
    const char *alias;
    unsigned short group;
};

static const struct curve curves[] = {
    {"prime256v1", 32, "P-256", 19},
    {"secp384r1", 48, "P-384", 20},
    {"secp521r1", 66, "P-521", 21},
};

struct session {
    const struct curve *curve;
    int has_secret;
};

int start(struct session *session, unsigned kind) {
    if (kind > 2)
        return -1;
    session->curve = &curves[kind];
    return 0;
}

static unsigned short read_number(const unsigned char *at) {
    return (unsigned short)(at[1] << 8 | at[0]);
}

/* A number is held against a column of a table. */
int good_authenticate_group(struct session *session, int fd) {
    unsigned char message[512];
    long got = recv(fd, message, sizeof message, 0);
    if (got < 2)
        return -1;
    if (read_number(message) != session->curve->group)
        return -1;
    session->has_secret = check_login(message + 2, got - 2);
    return session->has_secret ? 0 : -1;
}
