/* What a check found is remembered in a field of a global, and asked for in another unit. */
// report: nothing
#include "firmware.h"

#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct header {
    char name[16], version[8], board[24];
    unsigned size, kind;
};

static int receive(int in, struct image *image, struct header *header) {
    unsigned char text[64];
    if (recv(in, text, sizeof text, MSG_WAITALL) != sizeof text)
        return -1;
    memcpy(header->name, text, 16);
    memcpy(header->version, text + 16, 8);
    memcpy(header->board, text + 24, 24);
    memcpy(&header->size, text + 48, 4);
    memcpy(&header->kind, text + 52, 4);
    if (header->size > sizeof image->data || header->kind != 3)
        return -1;
    image->size = header->size;
    return recv(in, image, sizeof *image, MSG_WAITALL) == (ssize_t)sizeof *image ? 0 : -1;
}

int main(void) {
    static struct image image;
    struct header header;
    if (receive(STDIN_FILENO, &image, &header))
        return 1;
    image_check(&image);
    if (!image_state.is_good)
        return 1;
    int out = open("/usr/bin/agent", O_WRONLY | O_CREAT | O_TRUNC, 0755);
    write(out, image.data, image.size);
    return close(out);
}
