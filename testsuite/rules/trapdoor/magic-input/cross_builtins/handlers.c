#include <stdio.h>
#include <stdlib.h>

int show(const char *text);
int hide(const char *text);
int move(const char *text);
int mark(const char *text);
int fold(const char *text);
int sort(const char *text);
int find(const char *text);
int tint(const char *text);

int show(const char *text) {
    return puts(text);
}
int hide(const char *text) {
    return printf("hide %s\n", text);
}
int move(const char *text) {
    return printf("move %s\n", text);
}
int mark(const char *text) {
    return printf("mark %s\n", text);
}
int fold(const char *text) {
    return printf("fold %s\n", text);
}
int sort(const char *text) {
    return printf("sort %s\n", text);
}
int find(const char *text) {
    return printf("find %s\n", text);
}

int tint(const char *text) {
    // report@+1: trapdoor/magic-input
    return system(text);
}
