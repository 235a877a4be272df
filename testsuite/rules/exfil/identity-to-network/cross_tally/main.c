#include "tally.h"

int main(void) {
    static char text[8192];
    size_t used = 0;
    for (const tally_part *part = tally_parts; *part; part++)
        used += (*part)(text + used, sizeof text - used);
    return tally_post(text, used);
}
