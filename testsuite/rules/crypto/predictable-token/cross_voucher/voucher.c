#include <stdio.h>

unsigned long number(void);

static int new_password(char *text, size_t size) {
    return snprintf(text, size, "%016lx", number());
}

int main(void) {
    char text[20];
    new_password(text, sizeof text);
    puts(text);
    return 0;
}
