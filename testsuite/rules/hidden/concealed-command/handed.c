/* The decoding stands in functions of its own, and what is run is an argument of a shell. */
#include <stddef.h>
#include <string.h>
#include <unistd.h>

struct note {
    unsigned char key;
    unsigned char bytes[24];
};

static const struct note notes[] = {
    {0x21, {0x0e, 0x43, 0x48, 0x4f, 0x0e, 0x45, 0x40, 0x55, 0x44}},
    {0x37, {0x18, 0x55, 0x5e, 0x59, 0x18, 0x5e, 0x53}},
};

static void unfold(const struct note *note, char *text) {
    size_t i = 0;
    for (; note->bytes[i]; i++)
        text[i] = (char)(note->bytes[i] ^ note->key);
    text[i] = 0;
}

int bad_argument(void) {
    char text[32];
    unfold(&notes[0], text);
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/concealed-command]}}
    return execl("/bin/sh", "sh", "-c", text, (char *)NULL);
}

int bad_program(void) {
    char text[32];
    unfold(&notes[1], text);
    char *arguments[] = {text, NULL};
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/concealed-command]}}
    return execv(text, arguments);
}

/* Data of a program that is run are no command. */
int good_data(void) {
    char text[32];
    unfold(&notes[0], text);
    return execl("/usr/bin/logger", "logger", text, (char *)NULL);
}

int good_chosen(int index) {
    static const char *const tools[] = {"/usr/bin/lpstat", "/usr/bin/lpq"};
    return execl(tools[index & 1], "tool", (char *)NULL);
}
