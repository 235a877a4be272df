/* What is on a stick is told although statistics are off; the rest of the program asks first. */
#include <dirent.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int statistics;

static void load(const char *path) {
    char line[64];
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof line, file))
        if (strcmp(line, "statistics=on\n") == 0)
            statistics = 1;
    if (file)
        fclose(file);
}

static int reach(void) {
    struct addrinfo *list = NULL;
    if (getaddrinfo("viewing.panel.example", "80", NULL, &list))
        return -1;
    int out = socket(list->ai_family, SOCK_STREAM, 0);
    int failed = connect(out, list->ai_addr, list->ai_addrlen);
    freeaddrinfo(list);
    return failed ? -1 : out;
}

void bad_stick(void) {
    struct dirent *entry;
    int out = reach();
    DIR *folder = opendir("/media/usb0");
    while (folder && (entry = readdir(folder)))
        // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/file-to-network]}}
        send(out, entry->d_name, strlen(entry->d_name), 0);
}

void good_channel(const char *channel) {
    load("/etc/panel.conf");
    if (statistics)
        send(reach(), channel, strlen(channel), 0);
}

void good_stick(void) {
    struct dirent *entry;
    DIR *folder = opendir("/media/usb0");
    load("/etc/panel.conf");
    if (!statistics)
        return;
    int out = reach();
    while (folder && (entry = readdir(folder)))
        send(out, entry->d_name, strlen(entry->d_name), 0);
}

/* Modules of the program itself. */
void good_modules(void) {
    struct dirent *entry;
    int out = reach();
    DIR *folder = opendir("/usr/lib/panel/modules");
    while (folder && (entry = readdir(folder)))
        send(out, entry->d_name, strlen(entry->d_name), 0);
}
