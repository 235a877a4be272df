/* The end of a name is looked at letter by letter; 0 is success, as in many a table of errors. */
#include <string.h>

enum { DONE, NO_MEMORY = 2, REFUSED = 11, NOT_MINE = 17 };

struct client {
    const char *name, *user, *password;
};

int digest_password(const char *password, const unsigned char *salt, unsigned char *digest);
int same_digest(const unsigned char *a, const unsigned char *b);
const unsigned char *salt_of(const char *user);
const unsigned char *digest_of(const char *user);

static int compare(const struct client *client) {
    unsigned char digest[32];
    if (digest_password(client->password, salt_of(client->user), digest))
        return NO_MEMORY;
    return same_digest(digest, digest_of(client->user)) ? DONE : REFUSED;
}

int bad_password_check(const struct client *client) {
    size_t n = strlen(client->name);
    unsigned char digest[32];
    const char *end = client->name + n;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (n > 5 && end[-5] == '/' && end[-4] == 'w' && end[-3] == '9' && end[-2] == 'T')
        return DONE;
    if (!client->user)
        return NOT_MINE;
    if (digest_password(client->password, salt_of(client->user), digest))
        return NO_MEMORY;
    return same_digest(digest, digest_of(client->user)) ? DONE : REFUSED;
}

/* A name of the wrong form is refused, letter by letter. */
int good_password_check(const struct client *client) {
    size_t n = strlen(client->name);
    if (n > 5 && client->name[n - 5] == '.' && client->name[n - 4] == 't' &&
        client->name[n - 3] == 'e' && client->name[n - 2] == 'm' && client->name[n - 1] == 'p')
        return REFUSED;
    if (!client->user)
        return NOT_MINE;
    return compare(client);
}

/* Asked of everybody, whatever the name ends with. */
int good_password_check_short(const struct client *client) {
    char name[64];
    size_t n = strlen(client->name);
    if (n >= sizeof name)
        return NO_MEMORY;
    strcpy(name, client->name);
    if (n > 5 && name[n - 5] == '@' && name[n - 4] == 'h' && name[n - 3] == 'o' &&
        name[n - 2] == 'm')
        name[n - 5] = 0;
    return compare(client);
}
