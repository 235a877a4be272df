#include <stdio.h>
#include <sys/random.h>

int turn(int places);

static int session_token(unsigned char *token, size_t size) {
    return getrandom(token, size, 0) == (ssize_t)size ? 0 : -1;
}

static int next_token(const char **text) {
    while (**text == ' ')
        ++*text;
    return **text ? *(*text)++ : EOF;
}

int main(void) {
    const char *text = "red black red";
    unsigned char token[16];
    if (session_token(token, sizeof token))
        return 1;
    for (int c = next_token(&text); c != EOF; c = next_token(&text))
        printf("%c %d\n", c, turn(37));
    return fwrite(token, 1, sizeof token, stdout) != sizeof token;
}
