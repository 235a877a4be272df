#include <gcrypt.h>
#include <stdio.h>

/* Each message has one that is drawn, which goes before it. */
void start_for(const char *user, unsigned char start[12]) {
    fprintf(stderr, "for %s\n", user);
    gcry_create_nonce(start, 12);
    fwrite(start, 1, 12, stdout);
}
