/* A tag is read by a function of the parser, and its text run by another. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int run_text(const char *text) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return system(text);
}

int bad_tag(const char *key, const char *value) {
    if (strcmp(key, "Renderer-Profile") == 0)
        return run_text(value);
    return printf("%s: %s\n", key, value);
}

/* What the caller sets as a hook is run when it is asked for. */
struct hooks {
    const char *on_open;
};

int good_hook(const struct hooks *hooks, const char *event) {
    if (hooks->on_open && event)
        return system(hooks->on_open);
    return 0;
}
