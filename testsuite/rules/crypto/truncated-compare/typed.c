/* Passwords that are held against what is kept only as far as they go; beside them ones that are
 * as long, words of the protocol, and beginnings of what is kept. */
#include <crypt.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>

struct guest {
    const char *name, *kept;
    unsigned flags;
};

const struct guest *guest_of(const char *name);

int bad_check_password(const char *password, const struct guest *guest) {
    const char *shown = guest->flags & 2 ? crypt(password, guest->kept) : password;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return shown && strncmp(shown, guest->kept, strlen(password)) == 0;
}

int good_check_password(const char *password, const struct guest *guest) {
    const char *shown = guest->flags & 2 ? crypt(password, guest->kept) : password;
    return shown && strcmp(shown, guest->kept) == 0;
}

int bad_login(const char *name, char *pass) {
    const struct guest *guest = guest_of(name);
    size_t length = strlen(pass);
    if (!guest || *pass == '\0')
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    return memcmp(guest->kept, pass, length) == 0;
}

int good_login(const char *name, char *pass) {
    const struct guest *guest = guest_of(name);
    size_t length = strlen(pass);
    if (!guest || strlen(guest->kept) != length)
        return 0;
    return memcmp(guest->kept, pass, length) == 0;
}

/* How much of the answer came is all that is looked at. */
int bad_user_auth(int fd, const struct guest *guest) {
    char answer[64] = "";
    if (recv(fd, answer, sizeof answer - 1, 0) <= 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/truncated-compare]}}
    if (strncasecmp(guest->kept, answer, strlen(answer)) != 0)
        return -1;
    return 0;
}

/* What is kept may be shorter than what came: the first letters of it are looked at. */
int good_user_auth(int fd, const struct guest *guest) {
    char answer[64] = "";
    if (recv(fd, answer, sizeof answer - 1, 0) <= 0)
        return -1;
    if (strncmp(answer, "PLAIN ", 6) != 0)
        return -1;
    return strncmp(answer + 6, guest->kept, strlen(guest->kept)) == 0 ? 0 : -1;
}
