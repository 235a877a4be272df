/* Whoever ends the program has asked. */
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned char drawn[16], late[16];

static void draw(void) {
    if (RAND_bytes(drawn, sizeof drawn) != 1)
        abort();
}

static void draw_late(void) {
    if (RAND_bytes(late, sizeof late) != 1)
        fputs("no random bytes\n", stderr);
}

int good_ended(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    draw();
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, drawn, iv);
}

int good_told(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    draw_late();
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, late, iv);
}

static unsigned char dropped[16];

static int draw_dropped(void) {
    if (RAND_bytes(dropped, sizeof dropped) != 1)
        return -1;
    return 0;
}

int bad_dropped(EVP_CIPHER_CTX *context, const unsigned char *iv) {
    draw_dropped();
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/random-failure-ignored]}}
    return EVP_EncryptInit_ex(context, EVP_aes_128_cbc(), NULL, dropped, iv);
}
