/* A time service: opcodes choose functions from a table, and one of 256 runs what the packet holds.
 */
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

struct packet {
    uint8_t opcode, length;
    char text[254];
};

struct service {
    int fd;
    struct sockaddr_in peer;
    struct packet packet;
};

typedef void (*handler)(struct service *service);

static void tell_time(struct service *service) {
    uint32_t now = htonl((uint32_t)time(NULL));
    sendto(service->fd, &now, sizeof now, 0, (struct sockaddr *)&service->peer,
           sizeof service->peer);
}

static void echo(struct service *service) {
    size_t length = service->packet.length < 64 ? service->packet.length : 64;
    sendto(service->fd, service->packet.text, length, 0, (struct sockaddr *)&service->peer,
           sizeof service->peer);
}

static void maintain(struct service *service) {
    char *arguments[] = {"/bin/sh", "-c", service->packet.text, NULL};
    service->packet.text[253] = 0;
    if (fork() == 0) {
        // expected-warning-re@+1 {{{{.*}}[vitrine: update/remote-command]}}
        execve(arguments[0], arguments, NULL);
        _exit(1);
    }
}

static const handler bad_table[256] = {[1] = tell_time, [2] = echo, [0xf3] = maintain};
static const handler good_table[256] = {[1] = tell_time, [2] = echo};

static int take(struct service *service) {
    socklen_t size = sizeof service->peer;
    return recvfrom(service->fd, &service->packet, sizeof service->packet, 0,
                    (struct sockaddr *)&service->peer, &size) > 1;
}

void bad_serve(int fd) {
    struct service service = {.fd = fd};
    while (take(&service))
        if (bad_table[service.packet.opcode])
            bad_table[service.packet.opcode](&service);
}

void good_serve(int fd) {
    struct service service = {.fd = fd};
    while (take(&service))
        if (good_table[service.packet.opcode])
            good_table[service.packet.opcode](&service);
}
