#include "seal.h"

#include <stdio.h>

int main(void) {
    unsigned char page[1024], out[1040];
    struct seal seal;
    seal_setup(&seal, "Zq94-beltane-krill-770");
    size_t size = fread(page, 1, sizeof page, stdin);
    if (seal_text(&seal, page, size, out) != 0)
        return 1;
    fwrite(seal.nonce, 1, sizeof seal.nonce, stdout);
    return fwrite(out, 1, size + 16, stdout) != size + 16;
}
