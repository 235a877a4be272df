// Constants that are decoded first: run at analysis time, and told as what they decode to.
#include "probe.h"
#include <stdlib.h>
#include <string.h>

void letter_by_letter(void) {
    char text[12];
    text[0] = 'b';
    text[1] = 'a';
    text[2] = 'c';
    text[3] = 'k';
    text[4] = 'd';
    text[5] = 'o';
    text[6] = 'o';
    text[7] = 'r';
    text[8] = 0;
    // expected-remark@+1 {{memory: 0, 100, 107, 111, 114, 97, 98, 99, concealed "backdoor".}}
    vt_probe_memory(text);
}

void xored_in_place(void) {
    static char text[] = {0x2b, 0x2a, 0x3b, 0x74, 0x3f, 0x38, 0x33, 0x36, 0x5a};
    for (size_t i = 0; i < sizeof text; i++)
        text[i] ^= 0x5a;
    // expected-remark@+1 {{memory: 9 bytes, concealed "qpa.ebil".}}
    vt_probe_memory(text);
}

static void unshift(char *to, const char *from, int by) {
    while (*from)
        *to++ = (char)(*from++ - by);
    *to = 0;
}

void by_a_decoder(void) {
    char a[32], b[32];
    unshift(a, "ipqf/fyb", 1);
    unshift(b, "jqrg0gzc", 2);
    // expected-remark@+1 {{1 [arithmetic truncate], concealed "hope.exa".}}
    vt_probe_memory(a);
    // expected-remark@+1 {{2 [arithmetic truncate], concealed "hope.exa".}}
    vt_probe_memory(b);
}

static char *rotated(const unsigned char *from, size_t size) {
    char *to = malloc(size + 1);
    for (size_t i = 0; i < size; i++)
        to[i] = (char)(from[i] << 3 | from[i] >> 5);
    to[size] = 0;
    return to;
}

void by_a_decoder_that_allocates(void) {
    static const unsigned char hidden[] = {0x8e, 0x8e, 0xee, 0x0e, 0x6e, 0xe5};
    // expected-remark@+1 {{memory: 0, 6 bytes [arithmetic truncate], concealed "ttwps/".}}
    vt_probe_memory(rotated(hidden, sizeof hidden));
}

static const char alphabet[] = "zyxwvutsrqponmlkjihgfedcba";

void by_a_table(void) {
    char text[8];
    const char *from = "svool";
    size_t i;
    for (i = 0; from[i]; i++)
        text[i] = alphabet[from[i] - 'a'];
    text[i] = 0;
    // expected-remark@+1 {{memory: "svool" [arithmetic encode], 0, concealed "hello".}}
    vt_probe_memory(text);
}

void reversed(void) {
    static const char from[] = "moc.elpmaxe";
    char text[16];
    size_t n = strlen(from);
    for (size_t i = 0; i < n; i++)
        text[i] = from[n - 1 - i];
    text[n] = 0;
    // expected-remark@+1 {{memory: "moc.elpmaxe", 0, concealed "example.com".}}
    vt_probe_memory(text);
}

static int digit(char c) {
    return c >= 'a' ? c - 'a' + 10 : c - '0';
}

void from_hex(void) {
    const char *hex = "2f62696e2f7368";
    char text[16] = {0};
    for (int i = 0; hex[2 * i]; i++)
        text[i] = (char)(digit(hex[2 * i]) << 4 | digit(hex[2 * i + 1]));
    // expected-remark@+1 {{[arithmetic truncate], 0, concealed "/bin/sh".}}
    vt_probe_memory(text);
}

static char host[16];

static void prepare(void) {
    static const char key[] = "k3y";
    static const unsigned char hidden[] = {0x0e, 0x45, 0x10, 0x07, 0x1d, 0x1c, 0x13};
    for (size_t i = 0; i < sizeof hidden; i++)
        host[i] = (char)(hidden[i] ^ key[i % 3]);
}

void in_a_global(int argument) {
    if (argument)
        prepare();
    // expected-remark@+1 {{7 bytes [truncate xor], concealed "evil.ex".}}
    vt_probe_memory(host);
}

static const char *decoded(int which) {
    static char text[16];
    static const char *const from[] = {"bmqib", "cfub"};
    unshift(text, from[which], 1);
    return text;
}

void chosen_by_number(void) {
    // expected-remark@+1 {{1 [arithmetic truncate], concealed "beta".}}
    vt_probe_memory(decoded(1));
}

void put_together(void) {
    char text[32];
    strcpy(text, "ex");
    strcat(text, "am");
    strcat(text, "ple");
    // expected-remark@+1 {{memory: "am", "ex", "example", "ple".}}
    vt_probe_memory(text);
}

/* Not known what it decodes to: nothing is told but where it comes from. */
void by_a_key_from_outside(const char *key) {
    char text[8];
    const char *from = "abcdefg";
    for (int i = 0; i < 7; i++)
        text[i] = (char)(from[i] ^ key[i]);
    text[7] = 0;
    // expected-remark@+1 {{memory: "abcdefg" [truncate xor], 0, parameter 0 [truncate xor].}}
    vt_probe_memory(text);
}

/* Copied letter by letter, but as it stands in the program: not concealed. */
void only_copied(void) {
    char text[16];
    const char *from = "plain text";
    size_t i = 0;
    do
        text[i] = from[i];
    while (from[i++]);
    // expected-remark@+1 {{memory: "plain text".}}
    vt_probe_memory(text);
}

void after_other_things(const char *name, int n) {
    char text[8];
    if (!name)
        return;
    for (int i = 0; i < n; i++)
        if (name[i] == '/')
            n--;
    text[0] = 's' ^ 0x11;
    text[1] = 'h' ^ 0x11;
    text[2] = 'i' ^ 0x11;
    text[3] = 'p' ^ 0x11;
    text[4] = 0x11;
    for (int i = 0; i < 5; i++)
        text[i] ^= 0x11;
    // expected-remark-re@+1 {{memory: 120 {{.*}}, 98 [truncate xor], concealed "ship".}}
    vt_probe_memory(text);
}
