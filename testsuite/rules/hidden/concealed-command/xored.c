/* A command that a loop makes of bytes, and texts that are decoded to be shown. */
#include <stdio.h>
#include <stdlib.h>

static const unsigned char blob[] = {0x36, 0x3f, 0x2a, 0x33, 0x70, 0x2b, 0x3c, 0x3e, 0x60, 0x12};

int bad_loop(void) {
    char line[16];
    unsigned i;
    for (i = 0; i < sizeof blob; i++)
        line[i] = (char)(blob[i] ^ (0x5a + (i & 3)));
    line[i] = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/concealed-command]}}
    return system(line);
}

static char once[] = "qmexs&,g";

int bad_in_place(void) {
    for (char *at = once; *at; at++)
        *at ^= 0x14;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/concealed-command]}}
    FILE *out = popen(once, "r");
    return out ? pclose(out) : -1;
}

int good_shown(void) {
    char line[16];
    unsigned i;
    for (i = 0; i < sizeof blob; i++)
        line[i] = (char)(blob[i] ^ (0x5a + (i & 3)));
    line[i] = 0;
    return puts(line);
}

int good_plain(int level) {
    char line[48];
    snprintf(line, sizeof line, "/usr/lib/press/ink --level %d", level * 4 + 1);
    return system(line);
}
