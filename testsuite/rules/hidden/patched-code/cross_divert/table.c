#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "pages.h"

struct patch {
    void *place;
    unsigned char code[6];
};

static struct patch patches[] = {
    {(void *)connect, {0xb8, 0, 0, 0, 0, 0xc3}},
    {(void *)fsync, {0x31, 0xc0, 0xc3}},
};

void apply_patches(void) {
    for (unsigned i = 0; i < sizeof patches / sizeof *patches; i++) {
        if (page_open(patches[i].place, sizeof patches[i].code) != 0)
            continue;
        memcpy(patches[i].place, patches[i].code, sizeof patches[i].code);
        page_seal(patches[i].place, sizeof patches[i].code);
    }
}
