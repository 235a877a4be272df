#include <string.h>

typedef int (*handler)(const char *text);

int show(const char *text);
int hide(const char *text);
int move(const char *text);
int mark(const char *text);
int fold(const char *text);
int sort(const char *text);
int find(const char *text);
int tint(const char *text);

static const struct {
    const char *name;
    handler handle;
} handlers[] = {
    {"show", show}, {"hide", hide}, {"move", move}, {"mark", mark},
    {"fold", fold}, {"sort", sort}, {"find", find}, {"tint", tint},
};

int handle(const char *name, const char *text) {
    for (unsigned i = 0; i < sizeof handlers / sizeof *handlers; i++)
        if (strcmp(name, handlers[i].name) == 0)
            return handlers[i].handle(text);
    return -1;
}
