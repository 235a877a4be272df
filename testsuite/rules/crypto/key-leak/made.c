/* Keys that a library makes by itself, and where they go. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <syslog.h>
#include <unistd.h>

static void spell(const char *what, const unsigned char *bytes, size_t size) {
    char line[160];
    int used = 0;
    for (size_t i = 0; i < size && used < (int)sizeof line - 4; i++)
        used += snprintf(line + used, sizeof line - (size_t)used, "%02x", bytes[i]);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/key-leak]}}
    syslog(LOG_DEBUG, "%s: %s", what, line);
}

static int put(const unsigned char *key, const unsigned char *in, size_t size) {
    unsigned char nonce[crypto_secretbox_NONCEBYTES], out[600];
    if (size + crypto_secretbox_MACBYTES > sizeof out)
        return -1;
    randombytes_buf(nonce, sizeof nonce);
    crypto_secretbox_easy(out, in, size, nonce, key);
    if (write(3, nonce, sizeof nonce) < 0)
        return -1;
    return write(3, out, size + crypto_secretbox_MACBYTES) < 0 ? -1 : 0;
}

int bad_log(const unsigned char *in, size_t size) {
    unsigned char key[crypto_secretbox_KEYBYTES];
    crypto_secretbox_keygen(key);
    spell("state", key, sizeof key);
    return put(key, in, size);
}

int good_log(const unsigned char *in, size_t size) {
    unsigned char key[crypto_secretbox_KEYBYTES], number[8];
    crypto_secretbox_keygen(key);
    randombytes_buf(number, sizeof number);
    syslog(LOG_DEBUG, "state: %02x%02x", number[0], number[1]);
    return put(key, in, size);
}

int bad_child(const unsigned char *in, size_t size) {
    unsigned char key[crypto_secretbox_KEYBYTES];
    char text[2 * sizeof key + 1];
    crypto_secretbox_keygen(key);
    sodium_bin2hex(text, sizeof text, key, sizeof key);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/key-leak]}}
    setenv("COURIER_STATE", text, 1);
    return put(key, in, size);
}
