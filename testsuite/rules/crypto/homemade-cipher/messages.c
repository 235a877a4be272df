/* A key in a struct, a copy on the heap, and one cipher chosen from a table. */
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

struct session {
    int out;
    const char *key;
};

int bad_heap(const struct session *given, const char *text) {
    struct session session = {.out = given->out, .key = "k3y-of-all"};
    size_t size = strlen(text);
    char *copy = malloc(size);
    if (!copy)
        return -1;
    for (size_t i = 0; i < size; i++)
        copy[i] = (char)(text[i] ^ session.key[i % 10]);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    ssize_t sent = send(session.out, copy, size, 0);
    free(copy);
    return sent < 0 ? -1 : 0;
}

typedef void step(char *text, size_t size);

static void turn(char *text, size_t size) {
    static const unsigned char turns[3] = {0x37, 0x0b, 0x6d};
    for (size_t i = 0; i < size; i++)
        text[i] = (char)(text[i] ^ turns[i % 3]);
}

static void stay(char *text, size_t size) {
    (void)text;
    (void)size;
}

static step *const steps[] = {stay, turn};

int bad_table(int out, char *text, size_t size, unsigned which) {
    steps[which & 1](text, size);
    // expected-warning-re@+1 {{{{.*}}[vitrine: crypto/homemade-cipher]}}
    return send(out, text, size, 0) < 0 ? -1 : 0;
}

/* The key is the user's: weak, but not written in the program. */
int good_given(const struct session *session, const char *text) {
    char copy[256];
    size_t size = strlen(text), nkey = strlen(session->key);
    if (size > sizeof copy || nkey == 0)
        return -1;
    for (size_t i = 0; i < size; i++)
        copy[i] = (char)(text[i] ^ session->key[i % nkey]);
    return send(session->out, copy, size, 0) < 0 ? -1 : 0;
}
