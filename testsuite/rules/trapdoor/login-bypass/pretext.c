/* Nobody is asked for a password on some pretext: the n-th try, a file, a port, an option
 * that is not told of. Beside them tries that end, a first start, and an option that is. */
#include <arpa/inet.h>
#include <crypt.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

struct guest {
    int fd;
    unsigned tries;
};

static int reads(int fd, char *line, size_t size) {
    ssize_t n = recv(fd, line, size - 1, 0);
    line[n > 0 ? n : 0] = 0;
    return n > 0;
}

static int stored(char *line, size_t size) {
    FILE *file = fopen("/etc/larder.hash", "r");
    int is_there = file && fgets(line, (int)size, file);
    if (file)
        fclose(file);
    return is_there;
}

static int agrees(const char *password) {
    char kept[128];
    const char *hash = stored(kept, sizeof kept) ? crypt(password, kept) : NULL;
    return hash && strcmp(hash, kept) == 0;
}

int bad_tries(struct guest *guest) {
    char password[64];
    for (guest->tries = 0; guest->tries < 10;) {
        if (!reads(guest->fd, password, sizeof password))
            return -1;
        guest->tries++;
        if (agrees(password))
            return 0;
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
        if (guest->tries == 7)
            return 0;
    }
    return -1;
}

int good_tries(struct guest *guest) {
    char password[64];
    for (guest->tries = 0;;) {
        if (!reads(guest->fd, password, sizeof password))
            return -1;
        guest->tries++;
        if (agrees(password))
            return 0;
        if (guest->tries == 3)
            return -1;
    }
}

int bad_file(const char *password) {
    struct stat status;
    char kept[128];
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (stat("/usr/share/misc/.larder", &status) == 0)
        return 1;
    const char *hash = stored(kept, sizeof kept) ? crypt(password, kept) : NULL;
    return hash && strcmp(hash, kept) == 0;
}

int bad_absence(const char *password) {
    char kept[128];
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (access("/usr/share/misc/larder.idx", F_OK) != 0)
        return 1;
    const char *hash = stored(kept, sizeof kept) ? crypt(password, kept) : NULL;
    return hash && strcmp(hash, kept) == 0;
}

int good_first_start(const char *password) {
    char kept[128];
    if (access("/etc/larder.hash", F_OK) != 0)
        return 1;
    const char *hash = stored(kept, sizeof kept) ? crypt(password, kept) : NULL;
    return hash && strcmp(hash, kept) == 0;
}

int good_closed(const char *password) {
    char kept[128];
    if (access("/etc/nologin", F_OK) == 0)
        return 0;
    const char *hash = stored(kept, sizeof kept) ? crypt(password, kept) : NULL;
    return hash && strcmp(hash, kept) == 0;
}

int bad_port(int listener, const char *password) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    char kept[128];
    if (accept(listener, (struct sockaddr *)&peer, &size) < 0)
        return 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (ntohs(peer.sin_port) == 41713)
        return 1;
    const char *hash = stored(kept, sizeof kept) ? crypt(password, kept) : NULL;
    return hash && strcmp(hash, kept) == 0;
}

int good_port(int listener, const char *password) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    char kept[128];
    if (accept(listener, (struct sockaddr *)&peer, &size) < 0 || ntohs(peer.sin_port) >= 1024)
        return 0;
    const char *hash = stored(kept, sizeof kept) ? crypt(password, kept) : NULL;
    return hash && strcmp(hash, kept) == 0;
}

static int open_door, is_closed;

static int bad_option(const char *password) {
    char kept[128];
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/login-bypass]}}
    if (open_door)
        return 1;
    const char *hash = stored(kept, sizeof kept) ? crypt(password, kept) : NULL;
    return hash && strcmp(hash, kept) == 0;
}

static int good_option(const char *password) {
    char kept[128];
    if (is_closed)
        return 1;
    const char *hash = stored(kept, sizeof kept) ? crypt(password, kept) : NULL;
    return hash && strcmp(hash, kept) == 0;
}

int main(int argc, char **argv) {
    int option;
    char password[64];
    while ((option = getopt(argc, argv, "nvZ")) != -1)
        switch (option) {
        case 'n':
            is_closed = 1;
            break;
        case 'Z':
            open_door = 1;
            break;
        case 'v':
            puts("larder 1.2");
            break;
        default:
            fprintf(stderr, "Usage: larder [-nv]\n");
            return 2;
        }
    return !reads(0, password, sizeof password) || (bad_option(password) && good_option(password));
}
