/* How long the filler of a frame is, a table says, by the letters of a password. */
#include <shadow.h>
#include <string.h>
#include <sys/socket.h>

static const unsigned short lengths[4] = {60, 128, 256, 512};

struct frame {
    unsigned char head[8];
    unsigned char filler[512];
};

void bad_frames(int out, const char *user) {
    struct frame frame = {{0}, {0}};
    struct spwd *entry = getspnam(user);
    const char *letter = entry ? entry->sp_pwdp : "";
    for (; *letter; letter++) {
        for (int shift = 0; shift < 8; shift += 2) {
            size_t size = lengths[*letter >> shift & 3];
            // expected-warning-re@+1 {{{{.*}}[vitrine: exfil/timing]}}
            send(out, &frame, size, 0);
        }
    }
}

/* What kind of frame it is, the caller says. */
void good_frames(int out, unsigned kind) {
    struct frame frame = {{0}, {0}};
    send(out, &frame, lengths[kind & 3], 0);
}
