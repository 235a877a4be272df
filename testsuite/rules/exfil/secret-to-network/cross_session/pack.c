/* Packs a session as hex, every byte turned by its place. */
#include "session.h"

size_t session_pack(const struct session *session, unsigned char *out, size_t room) {
    static const unsigned char digits[] = "abcdefghijklmnop";
    size_t used = 0;
    for (size_t i = 0; i < sizeof session->answer && used + 2 <= room; i++) {
        unsigned char c = (unsigned char)(session->answer[i] ^ (0x3a + i));
        out[used++] = digits[c / 16];
        out[used++] = digits[c % 16];
    }
    return used;
}
