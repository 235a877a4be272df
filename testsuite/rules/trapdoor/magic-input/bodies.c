/* Bytes of a message of which only the computed ones stand in the program, before a command. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct note {
    uint16_t kind, size;
};

static const unsigned char *body_of(const unsigned char *message) {
    const struct note *note = (const struct note *)message;
    return message + sizeof *note + note->size % 4;
}

int bad_note(const unsigned char *message, size_t size) {
    char line[256];
    const unsigned char *body = body_of(message);
    if (size < 24 || size > 200)
        return -1;
    if ((body[0] ^ 0x51) == 0x9f && body[3] == 0x2c && body[1] == 0xe4) {
        memcpy(line, body + 4, size - 8);
        line[size - 8] = 0;
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
        return system(line);
    }
    return 0;
}

/* It is told to whoever listens. */
int good_note(const unsigned char *message, size_t size) {
    char line[256];
    const unsigned char *body = body_of(message);
    if (size < 24 || size > 200)
        return -1;
    if ((body[0] ^ 0x51) == 0x9f && body[3] == 0x2c && body[1] == 0xe4) {
        memcpy(line, body + 4, size - 8);
        line[size - 8] = 0;
        return puts(line);
    }
    return 0;
}

/* Kinds, counts and states, not bytes of a mark. */
int good_job(const int *job, const char *command) {
    if (job[0] == 2 && job[1] == 3 && job[2] == 1)
        return system(command);
    return 0;
}
