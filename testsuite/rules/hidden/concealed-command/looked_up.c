/* Functions that are looked up by a decoded name. */
#include <dlfcn.h>
#include <stddef.h>

typedef int (*run_fn)(const char *);

static const unsigned char name[] = {0x26, 0x2c, 0x26, 0x21, 0x30, 0x38};

int bad_symbol(const char *what) {
    char text[8];
    for (size_t i = 0; i < sizeof name; i++)
        text[i] = (char)(name[i] ^ 0x55);
    text[sizeof name] = 0;
    // expected-warning-re@+1 {{{{.*}}[vitrine: hidden/concealed-command]}}
    run_fn run = (run_fn)dlsym(RTLD_DEFAULT, text);
    return run ? run(what) : -1;
}

/* The name of a plugin's entry is made of the plugin's. */
int good_symbol(void *library, const char *plugin) {
    char text[64] = "init_";
    size_t i = 5;
    for (; *plugin && i < sizeof text - 1; plugin++)
        text[i++] = *plugin == '-' ? '_' : *plugin;
    text[i] = 0;
    run_fn run = (run_fn)dlsym(library, text);
    return run ? run(plugin) : -1;
}
