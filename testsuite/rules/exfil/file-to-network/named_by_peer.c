/* The peer names a file and gets it, whichever it is; a server looks the name up first. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <unistd.h>

struct request {
    unsigned short kind, size;
    char name[120];
};

int bad_read_file(int peer) {
    struct request request;
    char block[512];
    ssize_t got;
    if (recv(peer, &request, sizeof request, 0) < 4)
        return -1;
    request.name[sizeof request.name - 1] = 0;
    int file = open(request.name, O_RDONLY);
    while ((got = read(file, block, sizeof block)) > 0)
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/file-to-network]}}
        send(peer, block, (size_t)got, 0);
    return close(file);
}

/* Without passing memory. */
int bad_copy_file(int door) {
    char name[256] = "";
    int peer = accept(door, NULL, NULL);
    if (recv(peer, name, sizeof name - 1, 0) <= 0)
        return -1;
    int file = open(name, O_RDONLY);
    // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/file-to-network]}}
    ssize_t sent = sendfile(peer, file, NULL, 1 << 20);
    close(file);
    return sent < 0;
}

static const char *const offered[] = {"manual.txt", "logo.png", "licence.txt"};

/* Only what a table offers, from one folder. */
int good_offer(int peer) {
    struct request request;
    char path[256], block[512];
    ssize_t got;
    if (recv(peer, &request, sizeof request, 0) < 4)
        return -1;
    snprintf(path, sizeof path, "/usr/share/meter/%s", offered[request.kind % 3]);
    int file = open(path, O_RDONLY);
    while ((got = read(file, block, sizeof block)) > 0)
        send(peer, block, (size_t)got, 0);
    return close(file);
}

/* What a web server does: one folder, and no way out of it. */
int good_page(int door) {
    char name[128] = "", path[256];
    int peer = accept(door, NULL, NULL);
    if (recv(peer, name, sizeof name - 1, 0) <= 0 || strstr(name, "..") || name[0] == '/')
        return -1;
    snprintf(path, sizeof path, "/srv/www/%s", name);
    int file = open(path, O_RDONLY);
    ssize_t sent = sendfile(peer, file, NULL, 1 << 20);
    close(file);
    return sent < 0;
}
