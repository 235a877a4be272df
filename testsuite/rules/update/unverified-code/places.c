/* What arrives over TLS is written where the system runs it, or where it keeps its state. */
#include <fcntl.h>
#include <openssl/ssl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct file {
    char path[64];
    mode_t mode;
    char text[2048];
};

static int receive(SSL *tls, struct file *file) {
    int got = SSL_read(tls, file->text, sizeof file->text - 1);
    file->text[got > 0 ? got : 0] = 0;
    return got > 0 ? 0 : -1;
}

static int put(const struct file *file) {
    FILE *out = fopen(file->path, "w");
    if (!out)
        return -1;
    fputs(file->text, out);
    return fclose(out);
}

int bad_schedule(SSL *tls) {
    char text[512];
    int got = SSL_read(tls, text, sizeof text);
    int out = open("/etc/cron.d/box", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (got <= 0 || out < 0)
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    ssize_t size = write(out, text, (size_t)got);
    close(out);
    return size == got ? 0 : -1;
}

int good_schedule(SSL *tls) {
    char text[512];
    int got = SSL_read(tls, text, sizeof text);
    int out = open("/var/lib/box/schedule", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (got <= 0 || out < 0)
        return -1;
    ssize_t size = write(out, text, (size_t)got);
    close(out);
    return size == got ? 0 : -1;
}

int bad_tool(SSL *tls) {
    struct file file = {.mode = 0755};
    strcpy(file.path, "/srv/box/tool");
    if (receive(tls, &file) || put(&file))
        return -1;
    // expected-warning-re@+1 {{{{.*}}[vitrine: update/unverified-code]}}
    return chmod("/srv/box/tool", 0755);
}

int good_page(SSL *tls) {
    struct file file = {.mode = 0644};
    strcpy(file.path, "/srv/box/page");
    if (receive(tls, &file) || put(&file))
        return -1;
    return chmod("/srv/box/page", 0644);
}
