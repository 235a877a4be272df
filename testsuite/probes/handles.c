// A handle carries what it was opened with.
#include "probe.h"
#include <arpa/inet.h>
#include <dirent.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void opened_here(void) {
    FILE *file = fopen("/etc/shadow", "r");
    // expected-remark@+1 {{handle: path: "/etc/shadow".}}
    vt_probe_handle((long)file);
}

void two_files(void) {
    int a = open("/etc/passwd", O_RDONLY), b = open("/tmp/x", O_RDONLY);
    // expected-remark@+1 {{handle: path: "/etc/passwd".}}
    vt_probe_handle(a);
    // expected-remark@+1 {{handle: path: "/tmp/x".}}
    vt_probe_handle(b);
}

static int descriptor;
struct reader {
    int skipped;
    FILE *file;
};

static FILE *open_it(const char *name) {
    return fopen(name, "r");
}

struct session {
    int descriptor;
    char name[16];
};

/* What is cleared behind a handle leaves the handle alone. */
void cleared_behind(void) {
    struct session session;
    session.descriptor = open("/etc/group", O_RDONLY);
    memset(session.name, 0, sizeof session.name);
    // expected-remark@+1 {{handle: path: "/etc/group".}}
    vt_probe_handle(session.descriptor);
}

void kept_in_a_field(struct reader *reader) {
    reader->file = open_it("/etc/group");
    // expected-remark@+1 {{handle: path: "/etc/group".}}
    vt_probe_handle((long)reader->file);
}

void open_global(void) {
    descriptor = open("/dev/mem", O_RDWR);
}

void kept_in_a_global(void) {
    // expected-remark@+1 {{handle: path: "/dev/mem".}}
    vt_probe_handle(descriptor);
    // expected-remark@+1 {{handle: path: "/dev/mem".}}
    vt_probe_handle(dup(descriptor));
}

void never_opened(void) {
    // expected-remark@+1 {{handle: nothing.}}
    vt_probe_handle(0);
}

void of_a_folder(void) {
    // expected-remark@+1 {{handle: path: "/etc/ssl/private".}}
    vt_probe_handle((long)opendir("/etc/ssl/private"));
}

static int connected_to(const char *address) {
    struct sockaddr_in to = {.sin_family = AF_INET};
    int s = socket(AF_INET, SOCK_STREAM, 0);
    to.sin_addr.s_addr = inet_addr(address);
    connect(s, (struct sockaddr *)&to, sizeof to);
    return s;
}

void of_a_socket(void) {
    int other = socket(AF_INET, SOCK_STREAM, 0);
    // expected-remark@+1 {{"203.0.113.9" [decode]}}
    vt_probe_handle(connected_to("203.0.113.9"));
    // expected-remark@+1 {{handle: nothing.}}
    vt_probe_handle(other);
}

void *SSL_new(void *);
int SSL_set_fd(void *, int);

void of_a_session_over_it(void *context) {
    void *ssl = SSL_new(context), *other = SSL_new(context);
    SSL_set_fd(ssl, connected_to("203.0.113.9"));
    // expected-remark@+1 {{"203.0.113.9" [decode]}}
    vt_probe_handle((long)ssl);
    // expected-remark@+1 {{handle: nothing.}}
    vt_probe_handle((long)other);
}

void *curl_easy_init(void);
int curl_easy_setopt(void *, int, ...);

void of_a_transfer(void) {
    void *curl = curl_easy_init();
    curl_easy_setopt(curl, 10002, "https://updates.example.net/x");
    // expected-remark@+1 {{handle: peer: "https://updates.example.net/x".}}
    vt_probe_handle((long)curl);
}

void of_a_command(void) {
    // expected-remark@+1 {{handle: command: "id -u".}}
    vt_probe_handle((long)popen("id -u", "r"));
}

void made_of_another(void) {
    // expected-remark@+1 {{handle: path: "/etc/hosts".}}
    vt_probe_handle((long)fdopen(open("/etc/hosts", O_RDONLY), "r"));
}

struct files {
    int count;
    struct {
        FILE *log, *data;
    } open;
};

static void open_both(struct files *files) {
    files->open.log = fopen("/var/log/a", "a");
    files->open.data = fopen("/etc/shadow", "r");
}

void two_in_one_struct(void) {
    struct files files;
    open_both(&files);
    // expected-remark@+1 {{handle: path: "/var/log/a".}}
    vt_probe_handle((long)files.open.log);
    // expected-remark@+1 {{handle: path: "/etc/shadow".}}
    vt_probe_handle((long)files.open.data);
}
