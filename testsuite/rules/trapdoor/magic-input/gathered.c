/* What is gathered of several messages: a place in a table that goes on or back, and a number that
 * each of them changes. */
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct desk {
    uint32_t trail;
    int place, key;
    unsigned noise;
};

/* Keys one after the other; a wrong one begins anew. */
void bad_keys(struct desk *desk, uint32_t key) {
    static const uint32_t tune[] = {0xffe3, 0xffe9, 0xff13, 0xff61};
    if (key == tune[desk->place])
        desk->place++;
    else
        desk->place = 0;
    if (desk->place == 4)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execl("/bin/sh", "sh", (char *)0);
}

/* The last two levels, side by side in one number. */
void bad_trail(struct desk *desk, unsigned char level) {
    desk->trail = desk->trail << 8 | level;
    if (desk->trail == 0x5a13)
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        execl("/bin/sh", "sh", (char *)0);
}

static unsigned short levels;

static void open_up(void) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    execl("/bin/sh", "sh", (char *)0);
}

/* The same in a variable, and a call away. */
void bad_levels(int fd) {
    unsigned char kind[2];
    if (recv(fd, kind, sizeof kind, 0) != sizeof kind)
        return;
    levels = (unsigned short)(levels * 17 ^ kind[1]);
    if (levels == 0x2b7d)
        open_up();
}

/* ---- Innocent twins ---------------------------------------------------------------------- */

/* A frame that arrived whole has this checksum, whatever stands in it. */
void good_checksum(struct desk *desk, unsigned char byte) {
    desk->trail = (desk->trail * 17 ^ byte) & 0xffff;
    if (desk->trail == 0xf0b8)
        execl("/bin/sh", "sh", (char *)0);
}

/* What is gathered is a count of what came. */
void good_count(struct desk *desk) {
    desk->noise += 1;
    if (desk->noise == 1000)
        execl("/bin/sh", "sh", (char *)0);
}

/* A place in a table that nothing is held against. */
void good_place(struct desk *desk) {
    static const int delays[] = {1, 2, 5, 15};
    usleep((useconds_t)delays[desk->place]);
    desk->place = desk->place == 3 ? 0 : desk->place + 1;
    if (desk->place == 3)
        execl("/bin/sh", "sh", (char *)0);
}
